import { css } from 'lit';

/**
 * The paper. It is black on white on every screen, too, because it is the same sheet; sizes hang on one font size
 * (15 px on the screen, 11 pt on paper), so that both have the same lines.
 */
export const sheetStyles = css`
  .desk {
    container-type: inline-size;
    background: transparent;
  }

  /* Without weight, so that every rule below wins; in the twin for print nothing else resets the browser's margins. */
  :where(.sheet, .sheet *) {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }

  .sheet {
    --sheet-line: #8a8a8a;

    display: block;
    max-inline-size: 210mm;
    margin-inline: auto;
    padding: 20px 16px;
    color-scheme: only light;
    color: #000;
    background: #fff;
    border: 1px solid #8a8a8a;
    box-shadow: 0 2px 8px rgb(0 0 0 / 18%);
    font:
      400 15px/1.35 'Liberation Sans',
      Arial,
      Helvetica,
      sans-serif;
    overflow-wrap: break-word;
  }

  .letterhead {
    padding-block-end: 0.5em;
    border-block-end: 3px double #000;
    text-align: center;
  }

  .sheet p {
    max-inline-size: none;
  }

  .authority {
    text-transform: uppercase;
    letter-spacing: 0.03em;
  }

  .office {
    font-size: 1.3em;
    font-weight: 700;
    line-height: 1.2;
  }

  .contact,
  .document,
  .caption,
  dt {
    font-size: 0.82em;
  }

  .head {
    display: flex;
    justify-content: space-between;
    align-items: flex-start;
    gap: 1em;
    margin-block: 0.75em 0.5em;
  }

  h1 {
    font-size: 1.2em;
    font-weight: 700;
    letter-spacing: 0.02em;
    line-height: 1.2;
  }

  h2 {
    margin-block: 0.7em 0.4em;
    padding: 0.1em 0.5em;
    border: 1px solid #000;
    font-size: 0.82em;
    font-weight: 700;
    text-transform: uppercase;
    letter-spacing: 0.04em;
    break-after: avoid;
  }

  h3 {
    font-size: 1em;
    font-weight: 700;
    line-height: 1.35;
    break-after: avoid;
  }

  .marks {
    display: flex;
    gap: 0.5em;
  }

  .copy {
    padding: 0.1em 0.6em;
    border: 2px solid #000;
    font-size: 1.1em;
    font-weight: 700;
    letter-spacing: 0.1em;
  }

  .qr {
    display: block;
    inline-size: 96px;
    block-size: 96px;
    margin-block-start: 0.4em;
    forced-color-adjust: none;
  }

  .mark-line {
    margin-block-start: 0.2em;
    font-size: 0.82em;
  }

  .code {
    font-variant-numeric: tabular-nums;
    font-weight: 700;
    white-space: nowrap;
  }

  .address {
    overflow-wrap: anywhere;
  }

  .numbers {
    display: grid;
    gap: 0.25em 1.5em;
    border-block: 1px solid var(--sheet-line);
    padding-block: 0.3em;
  }

  .numbers dd {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  .group + .group {
    margin-block-start: 0.35em;
  }

  .rows {
    display: grid;
    gap: 0.05em 1.5em;
  }

  .row {
    display: grid;
    grid-template-columns: minmax(0, 7.5em) minmax(0, 1fr);
    gap: 0 0.5em;
    align-items: baseline;
  }

  /* On a phone a long text needs the whole line. */
  .row.wide {
    grid-template-columns: minmax(0, 1fr);
  }

  dt {
    color: #333;
  }

  dd {
    font-variant-numeric: tabular-nums;
  }

  .row dd {
    white-space: pre-line;
  }

  .tick {
    grid-template-columns: auto auto;
    justify-content: start;
  }

  .prose {
    white-space: pre-line;
  }

  .prose p + p {
    margin-block-start: 0.5em;
  }

  .answer .rows {
    margin-block-start: 0.4em;
  }

  .initials,
  .signature {
    margin: 0.5em 0 0 auto;
    padding: 0.3em 0.75em;
    max-inline-size: 100%;
    border: 1px solid #000;
    line-height: 1.25;
    break-inside: avoid;
  }

  .initials {
    display: grid;
    grid-template-columns: auto auto;
    align-items: center;
    column-gap: 1em;
    inline-size: fit-content;
  }

  /* The date, the words, and room to sign below them. */
  .signature {
    inline-size: 20em;
    padding-block-end: 2.6em;
  }

  .signature .caption {
    margin-block-start: 0.5em;
  }

  .mark {
    display: grid;
    place-items: center;
    min-block-size: 3em;
    min-inline-size: 8em;
    border-inline-end: 1px solid var(--sheet-line);
    padding-inline-end: 1em;
  }

  .typed {
    font:
      italic 600 1.9em/1 'Segoe Script',
      'Brush Script MT',
      'URW Chancery L',
      'Z003',
      cursive;
    letter-spacing: 0.05em;
  }

  .mark svg {
    block-size: 2.6em;
    inline-size: 7.8em;
    fill: none;
    stroke: #000;
    stroke-width: 3;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .signer {
    font-weight: 700;
  }

  .void {
    border: 3px solid #000;
  }

  .void-note {
    grid-column: 1 / -1;
    margin-block-end: 0.3em;
  }

  .void-mark {
    font-weight: 700;
    letter-spacing: 0.04em;
    background: #000;
    color: #fff;
    print-color-adjust: exact;
  }

  .line {
    display: block;
    block-size: 1.5em;
    border-block-end: 1px solid var(--sheet-line);
  }

  .to-fill-group {
    min-inline-size: 14em;
  }

  .to-fill {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
    font-size: 0.82em;
  }

  .to-fill::after {
    content: '';
    flex: 1;
    block-size: 1.5em;
    border-block-end: 1px solid var(--sheet-line);
  }

  /* Beside several lines to write on, a label stands at the first. */
  .blank .row {
    align-items: start;
  }

  .boxes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15em 1.2em;
  }

  .box {
    display: inline-block;
    inline-size: 0.8em;
    block-size: 0.8em;
    border: 1px solid #000;
    vertical-align: -0.05em;
  }

  @container (min-width: 560px) {
    .sheet {
      padding: 20mm;
    }

    .top.marked {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      column-gap: 1em;
      align-items: start;
    }

    .rows,
    .numbers {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .numbers {
      grid-template-columns: repeat(3, auto);
    }

    .row,
    .row.wide {
      grid-template-columns: minmax(0, 8.5em) minmax(0, 1fr);
    }

    .row.tick {
      grid-template-columns: auto auto;
    }

    .wide {
      grid-column: 1 / -1;
    }
  }

  @media print {
    .sheet {
      max-inline-size: none;
      padding: 0;
      border: 0;
      box-shadow: none;
      font-size: 11pt;
      line-height: 1.12;
    }

    .rows {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0 0.9em;
    }

    .group + .group {
      margin-block-start: 0.2em;
    }

    h2 {
      margin-block: 0.45em 0.25em;
    }

    .letterhead {
      padding-block-end: 0.25em;
    }

    .prose p + p {
      margin-block-start: 0.3em;
    }

    .initials {
      margin-block-start: 0.2em;
      padding-block: 0.15em;
      line-height: 1.12;
    }

    .head {
      margin-block: 0.5em 0.35em;
    }

    .top.marked {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      column-gap: 3mm;
      align-items: start;
    }

    /* With its quiet zone; the dark part of a code with 41 modules is 20 mm wide. */
    .qr {
      inline-size: 24mm;
      block-size: 24mm;
      margin-block-start: 1mm;
    }

    .numbers {
      grid-template-columns: repeat(3, auto);
    }

    .row,
    .row.wide {
      grid-template-columns: minmax(0, 8.7em) minmax(0, 1fr);
      break-inside: avoid;
    }

    .row.tick {
      grid-template-columns: auto auto;
    }

    /* Room for a hand: what is written into by pen is 8 mm high. */
    .line,
    .to-fill::after {
      block-size: 8mm;
    }

    .blank .row:has(.line) dt {
      padding-block-start: 3mm;
    }

    .wide {
      grid-column: 1 / -1;
    }

    .wide dd,
    .prose {
      orphans: 3;
      widows: 3;
    }
  }
`;
