import { css } from 'lit';

export const deskPaper = css`
  @media print {
    .menu,
    .foot,
    .next-call > .next-call-act {
      display: none;
    }

    /* What stays where it is on a screen would be printed anew on each page. */
    .shortcuts {
      position: absolute;
    }

    /* On paper the case has the page's width, and its times and history follow it; the queue prints by itself. */
    .columns .regions {
      display: block;
    }

    .regions:has(.case-head) > .queue,
    .regions:not(:has(.case-head)) > :not(.queue) {
      display: none;
    }

    .columns .case,
    .columns .context {
      position: static;
      min-block-size: 0;
      max-block-size: none;
      padding-inline: 0;
      border: 0;
      overflow: visible;
    }
  }
`;
