import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tighten, tightenSheets } from '../../scripts/lib/tight-css.mjs';

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
    expect(tighten('.a { top: 0; }\n/* Why. */\n.b { top: 0; }')).toBe('.a{top:0}.b{top:0}');
  });

  it('is found where a package keeps its sheets, and nowhere else', () => {
    const dist = mkdtempSync(join(tmpdir(), 'sheets-'));
    mkdirSync(join(dist, 'styles'));
    const names = ['styles/base.js', 'form.styles.js', 'form.js'];
    for (const name of names) writeFileSync(join(dist, name), 'css `.a { top: 0; }`');
    tightenSheets(dist);
    expect(names.map((name) => readFileSync(join(dist, name), 'utf8'))).toEqual([
      'css`.a{top:0}`',
      'css`.a{top:0}`',
      'css `.a { top: 0; }`',
    ]);
    rmSync(dist, { recursive: true });
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
