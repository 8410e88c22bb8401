import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PrintedPage {
  /** All words in reading order, white space folded. */
  readonly text: string;
  /** In PostScript points: A4 is 595 × 842. */
  readonly width: number;
  readonly height: number;
}

/** The pages of a PDF as a reader would copy them out. */
export async function pagesOf(pdf: Buffer): Promise<PrintedPage[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const { width, height } = page.getViewport({ scale: 1 });
    const text = items
      .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''))
      .join('');
    pages.push({ text: text.replace(/\s+/g, ' '), width, height });
  }
  return pages;
}
