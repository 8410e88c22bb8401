import { expect } from '@open-wc/testing';
import '../define/consultation.js';
import '../define/guest-book.js';
import { clock, openOffice, samplePeople } from '../desk/desk-harness.test.js';
import type { LpseElement } from '../panel/lpse-element.js';
import { coverOf, serve } from '../testing/served.js';
import { waitUntil } from '../testing/wait-until.js';
import { predraw } from './predraw.js';
import { rootsIn } from './roots.js';

describe('A panel that is drawn before its script comes', () => {
  let page: HTMLElement;

  beforeEach(() => {
    page = document.createElement('main');
    document.body.append(page);
  });

  afterEach(() => page.remove());

  const controlIn = (root: ParentNode, pointer: string): HTMLInputElement => {
    const found = rootsIn(root).map((one) =>
      one.querySelector<HTMLInputElement>(`[data-pointer="${pointer}"] input`),
    );
    return found.find((control) => control !== null) as HTMLInputElement;
  };

  for (const tag of ['lpse-guest-book', 'lpse-consultation']) {
    it(`keeps what was typed in <${tag}>, whose form stands in elements of their own`, async () => {
      const office = await openOffice();
      const work = { clock, session: samplePeople.user };
      const element = Object.assign(document.createElement(tag) as LpseElement, {
        ...work,
        backend: office.as(samplePeople.user),
      });
      page.append(element);
      const { html, sheets } = await predraw(element, { sheet: (name) => `/${name}.css` });
      element.remove();
      expect(Object.keys(sheets)).to.include.members([tag, 'lpse-form']);
      expect(html)
        .to.contain('data-pointer="/nama"')
        .and.not.to.match(/<lpse-/);

      const served = serve(page, `<${tag}>${html}</${tag}>`) as LpseElement;
      const name = controlIn(coverOf(served) as HTMLElement, '/nama');
      name.value = 'Rina Wulandari';
      name.focus();
      name.setSelectionRange(4, 4);
      Object.assign(served, { ...work, backend: office.as(samplePeople.user) });
      await waitUntil(() => coverOf(served) === null, 'not taken over');
      const own = controlIn(served.shadowRoot as ShadowRoot, '/nama');
      expect([own.value, own.selectionStart]).to.deep.equal(['Rina Wulandari', 4]);
      expect(own.matches(':focus')).to.equal(true);
    });
  }

  it('keeps what was typed through a failure, until there is a form for it', async () => {
    const office = await openOffice();
    const work = { clock, session: samplePeople.user, backend: office.as(samplePeople.user) };
    const element = Object.assign(document.createElement('lpse-guest-book'), work);
    page.append(element);
    const { html } = await predraw(element, { sheet: (name) => `/${name}.css` });
    element.remove();
    const served = serve(
      page,
      `<lpse-guest-book profile="tidak-ada">${html}</lpse-guest-book>`,
    ) as LpseElement;
    controlIn(coverOf(served) as HTMLElement, '/nama').value = 'Rina Wulandari';
    await waitUntil(() => coverOf(served) === null, 'not taken over');
    const root = served.shadowRoot as ShadowRoot;
    expect(root.querySelector('[role="alert"]')).not.to.equal(null);
    served.removeAttribute('profile');
    Object.assign(served, { ...work, profile: office.profile });
    await waitUntil(
      () => (controlIn(root, '/nama') as HTMLInputElement | null)?.value === 'Rina Wulandari',
      'lost',
    );
  });

  it('enters nothing in another form that asks for the same', async () => {
    const office = await openOffice();
    const backend = office.as(samplePeople.user);
    const work = { clock, session: samplePeople.user, backend };
    const element = Object.assign(document.createElement('lpse-consultation'), work);
    page.append(element);
    const { html } = await predraw(element, { sheet: (name) => `/${name}.css` });
    element.remove();
    const { id } = await office.open('draft');
    const served = serve(page, `<lpse-consultation>${html}</lpse-consultation>`) as LpseElement;
    controlIn(coverOf(served) as HTMLElement, '/nama').value = 'Bu';
    const memo = { get: async () => id, set: async () => undefined, remove: async () => undefined };
    Object.assign(served, { ...work, memo });
    await waitUntil(() => coverOf(served) === null, 'not taken over');
    const root = served.shadowRoot as ShadowRoot;
    expect(root.querySelector('lpse-intake')).not.to.equal(null);
    expect(controlIn(root, '/nama').value).not.to.equal('Bu');
  });
});
