import { html, svg, type TemplateResult } from 'lit';

/** The modules of a QR code, row by row, with its quiet zone; true is dark. */
export type QrModules = readonly (readonly boolean[])[];

/** Four modules of white on each side, as the standard asks for. */
const quietZone = 4;

/**
 * Makes QR codes. The library comes as a chunk of its own, for the sheet of a case alone. Correction level M survives a
 * stamp's edge or a fold; a higher one would make the modules smaller on the same 20 mm.
 */
export async function loadQr(): Promise<(text: string) => QrModules> {
  const { encode } = await import('uqr');
  return (text) => encode(text, { ecc: 'M', border: quietZone }).data;
}

/** One path for all dark modules: each run of a row is one rectangle. */
export function qrPath(modules: QrModules): string {
  return modules
    .map((row, y) => {
      let path = '';
      for (let x = 0; x < row.length; x += 1) {
        if (row[x] !== true || row[x - 1] === true) continue;
        let width = 1;
        while (row[x + width] === true) width += 1;
        path += `M${x} ${y}h${width}v1h-${width}z`;
      }
      return path;
    })
    .join('');
}

export function renderQr(modules: QrModules, label: string): TemplateResult {
  const size = modules.length;
  return html`<svg
    class="qr"
    viewBox="0 0 ${size} ${size}"
    role="img"
    aria-label=${label}
    shape-rendering="crispEdges"
  >
    ${svg`<rect width=${size} height=${size} fill="#fff"></rect><path d=${qrPath(modules)} fill="#000"></path>`}
  </svg>`;
}
