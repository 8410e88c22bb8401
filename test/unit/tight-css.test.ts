import { describe, expect, it } from 'vitest';
import { tighten } from '../../scripts/lib/tight-css.mjs';

describe('a style sheet for a page', () => {
  it('has no comments and no white space that means nothing', () => {
    const sheet = `
      /* Who reads this: people. */
      .a > .b,
      .c {
        color: red;
        margin: 0 auto;
      }
    `;
    expect(tighten(sheet)).toBe('.a>.b,.c{color:red;margin:0 auto}');
    expect(tighten(tighten(sheet))).toBe(tighten(sheet));
  });

  it('keeps the white space that means something', () => {
    const sheet = `.a :hover { inline-size: calc(1px + (2px - var(--x)) * 2); }`;
    expect(tighten(sheet)).toBe('.a :hover{inline-size:calc(1px + (2px - var(--x)) * 2)}');
    const query = '@container (min-width: 560px) and (width > 1px) { .a { color: red; } }';
    expect(tighten(query)).toBe('@container (min-width:560px) and (width>1px){.a{color:red}}');
  });

  it('keeps quoted texts as they are', () => {
    const sheet = `.a::before { content: ' ; /* no comment */  ' / ''; }`;
    expect(tighten(sheet)).toBe(`.a::before{content:' ; /* no comment */  ' / ''}`);
  });

  it('keeps the places of values that are filled in', () => {
    const sheet = '.a { border: 1px ${style} var(--ink); color: ${ink}; }';
    expect(tighten(sheet)).toBe('.a{border:1px ${style} var(--ink);color:${ink}}');
  });
});
