import { expect } from '@open-wc/testing';
import { css, html } from 'lit';
import { openForm } from '../testing/index.js';
import { defineWidget } from './registry.js';

const styles = css`
  .stars {
    color: rgb(1, 2, 3);
  }
`;

describe('what a widget wears', () => {
  it('is taken on by the form once, however many fields show the widget', async () => {
    defineWidget('stars', {
      labelling: 'label',
      styles,
      render: ({ id }) => html`<input class="stars" id=${id} />`,
    });
    const schema = {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' } },
    };
    const layout = { fields: { '/a': { widget: 'stars' }, '/b': { widget: 'stars' } } };
    const form = await openForm({ schema, layout });
    const root = form.form.shadowRoot as ShadowRoot;
    const input = root.querySelector('.stars') as HTMLElement;
    expect(getComputedStyle(input).color).to.equal('rgb(1, 2, 3)');
    const worn = root.adoptedStyleSheets.filter((sheet) => sheet === styles.styleSheet);
    expect(worn.length).to.equal(1);
  });
});
