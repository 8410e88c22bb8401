import { css } from 'lit';

/** The sheet: sections under rules, one column of fields that becomes two where there is room for it. */
export const formStyles = css`
  form[part~='base'] {
    container-type: inline-size;
    max-inline-size: max(720px, 45rem);
  }

  .all {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  .head {
    margin-block-end: var(--_lpse-space-5);
  }

  .title {
    font-size: var(--_lpse-text-2xl);
    letter-spacing: -0.01em;
  }

  .lead {
    margin-block-start: var(--_lpse-space-2);
    color: var(--_lpse-ink-soft);
  }

  .note {
    margin-block-end: var(--_lpse-space-5);
    color: var(--_lpse-ink-soft);
    font-size: var(--_lpse-text-s);
  }

  .summary {
    margin-block-end: var(--_lpse-space-6);
  }

  .summary ul {
    margin: var(--_lpse-space-3) 0 0;
    padding: 0;
    list-style: none;
  }

  .summary li {
    padding-block: var(--_lpse-space-1);
  }

  .summary a {
    display: inline-block;
    padding-block: 2px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .section + .section {
    margin-block-start: var(--_lpse-space-7);
  }

  .section.titled {
    padding-block-start: var(--_lpse-space-4);
    border-block-start: 2px solid var(--_lpse-ink);
  }

  .section-title {
    font-size: var(--_lpse-text-xl);
  }

  .section-head ~ .fields {
    margin-block-start: var(--_lpse-space-5);
  }

  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_lpse-space-5);
  }

  /*
   * What lies far below is laid out when it comes near: most of the time that a long form took to show was for fields
   * that nobody could see yet. Headings are always there, and so is all of it for find-in-page and screen readers. Only
   * where the browser holds the page still while guessed heights turn into real ones, and cuts off no focus ring. In a
   * short form there is nothing to gain, and watching costs a tenth of the time that it takes to show.
   */
  @supports (overflow-anchor: auto) and (overflow-clip-margin: 8px) {
    .far > .fields {
      content-visibility: auto;
      overflow-clip-margin: 8px;
      /* The second line is for browsers that read numbers off attributes. */
      contain-intrinsic-block-size: auto 900px;
      contain-intrinsic-block-size: auto calc(attr(data-count type(<number>), 10) * 92px);
    }

    :host(:state(correcting)) .far > .fields {
      content-visibility: visible;
    }

    @media print {
      .far > .fields {
        content-visibility: visible;
      }
    }
  }

  /* Where the buttons stay at the foot of the screen, nothing may get the focus under them. */
  .field,
  .field :is(input, select, textarea, button, a, summary) {
    scroll-margin-block-end: var(--_lpse-form-foot, 0);
  }

  .field {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  @container (min-width: max(560px, 35rem)) {
    .fields {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }

    .fields > .full {
      grid-column: span 6;
    }

    .fields > .half {
      grid-column: span 3;
    }

    .fields > .third {
      grid-column: span 2;
    }

    .row .fields > .third {
      grid-column: span 3;
    }

    /*
     * Side by side, controls stand on one line however long the words above them are, each under its own label. There
     * is no :has() in here: in a long form the browser would look around at every field that comes or changes.
     */
    .fields > :is(.half, .third):not(.group) {
      align-self: end;
    }
  }

  .label {
    display: block;
    margin: 0 0 var(--_lpse-space-1);
    padding: 0;
    font-weight: 600;
    line-height: 1.375;
    max-inline-size: var(--_lpse-measure);
  }

  .optional {
    font-weight: 400;
    color: var(--_lpse-ink-soft);
  }

  .hint {
    margin-block-end: var(--_lpse-space-2);
    color: var(--_lpse-ink-soft);
    font-size: var(--_lpse-text-s);
  }

  .help {
    margin-block-end: var(--_lpse-space-2);
    font-size: var(--_lpse-text-s);
  }

  .help > summary {
    inline-size: fit-content;
    padding-block: 4px;
    color: var(--_lpse-accent);
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }

  .help > p {
    max-inline-size: var(--_lpse-measure);
    margin-block: var(--_lpse-space-1) var(--_lpse-space-2);
    padding-inline-start: var(--_lpse-space-3);
    border-inline-start: 3px solid var(--_lpse-line);
    white-space: pre-line;
  }

  /* The name of a box stands beside it, and the hint follows the name. */
  .choice ~ .hint {
    margin-block: var(--_lpse-space-1) 0;
    padding-inline-start: calc(24px + var(--_lpse-space-3));
  }

  .error {
    display: flex;
    gap: var(--_lpse-space-2);
    margin-block-end: var(--_lpse-space-2);
    color: var(--_lpse-bad);
    font-weight: 600;
  }

  .error::before {
    content: '!' / '';
    flex: none;
    inline-size: calc(20em / 14);
    block-size: calc(20em / 14);
    margin-block-start: calc(2em / 14);
    border-radius: 50%;
    background: var(--_lpse-bad);
    color: var(--_lpse-on-bad);
    font-size: var(--_lpse-text-s);
    line-height: calc(20em / 14);
    text-align: center;
    forced-color-adjust: none;
  }

  .field[data-invalid],
  .row[data-invalid],
  .upload[data-invalid] {
    padding-inline-start: var(--_lpse-space-3);
    border-inline-start: 3px solid var(--_lpse-bad);
  }

  .counter {
    margin-block-start: var(--_lpse-space-1);
    color: var(--_lpse-ink-soft);
    font-size: var(--_lpse-text-s);
    font-variant-numeric: tabular-nums;
  }

  .counter.over {
    color: var(--_lpse-bad);
    font-weight: 600;
  }

  .control.number,
  .control.date {
    font-variant-numeric: tabular-nums;
  }

  .control.date {
    max-inline-size: 280px;
  }

  .control.number {
    max-inline-size: 200px;
  }

  .choices .button-plain {
    padding-inline: 0;
  }

  output.value {
    display: block;
  }

  .value {
    max-inline-size: var(--_lpse-measure);
    white-space: pre-wrap;
  }

  .locked > .label {
    color: var(--_lpse-ink-soft);
    font-weight: 400;
    font-size: var(--_lpse-text-s);
    margin-block-end: 0;
  }

  .value ul {
    margin: 0;
    padding-inline-start: var(--_lpse-space-4);
    white-space: normal;
  }

  .empty {
    color: var(--_lpse-ink-soft);
  }

  .group > .fields {
    margin-block-start: var(--_lpse-space-3);
  }

  /* What a group is called is a heading, and a line tells how far it reaches. */
  .members > .label {
    font-size: var(--_lpse-text-l);
  }

  .members .members > .label,
  :host([density='compact']) .members > .label {
    font-size: inherit;
  }

  .members > .fields {
    padding-inline-start: var(--_lpse-space-4);
    border-inline-start: 2px solid var(--_lpse-line);
  }

  .alike > .fields > .members > .label {
    display: none;
  }

  .alike > .fields > .members > .fields {
    margin: 0;
    padding: 0;
    border: 0;
  }

  .notices {
    margin-block-start: var(--_lpse-space-6);
    padding: var(--_lpse-space-3) var(--_lpse-space-4);
    border: 1px dashed var(--_lpse-line-strong);
    border-radius: var(--_lpse-radius);
    color: var(--_lpse-ink-soft);
    font-size: var(--_lpse-text-s);
    overflow-wrap: anywhere;
  }

  .notices ul {
    margin: var(--_lpse-space-2) 0 0;
    padding-inline-start: var(--_lpse-space-4);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_lpse-space-3);
    align-items: center;
    margin-block-start: var(--_lpse-space-6);
  }

  @container (inline-size < max(480px, 30rem)) {
    .actions > .button {
      inline-size: 100%;
    }
  }

  :host([density='compact']) .fields {
    gap: var(--_lpse-space-4);
  }

  :host([density='compact']) .section-title {
    font-size: var(--_lpse-text-m);
  }

  :host([density='compact']) .section.titled {
    border-block-start: 1px solid var(--_lpse-line);
  }

  :host([density='compact']) .section + .section {
    margin-block-start: var(--_lpse-space-5);
  }

  /* What was left empty and is not asked for would only bury the few fields that are. */
  :host(:state(correcting)) :is(.field, .section).empty {
    display: none;
  }
`;
