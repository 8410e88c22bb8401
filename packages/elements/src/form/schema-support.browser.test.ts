import { expect } from '@open-wc/testing';
import type { FormHarness } from '../testing/form-harness.js';
import { openForm } from '../testing/open-form.js';
import { keywordSupport } from '../testing/schema-support.js';

describe('What the reference says of a schema', () => {
  let page: FormHarness;

  afterEach(() => page.form.remove());

  for (const { keyword, schema, valid, selector, invalid, told } of keywordSupport) {
    it(`is so for ${keyword}`, async () => {
      page = await openForm({ schema, value: valid });
      expect(page.form.shadowRoot?.querySelector(selector), selector).to.not.equal(null);
      expect(page.form.value).to.deep.equal(valid);
      expect(page.form.problems).to.deep.equal([]);
      if (invalid === undefined) return;
      page.form.value = invalid;
      await page.form.updateComplete;
      expect(page.form.problems.map(({ keyword: found }) => found)).to.include(told);
    });
  }
});
