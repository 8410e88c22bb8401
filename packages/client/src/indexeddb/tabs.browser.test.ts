import { expect } from '@open-wc/testing';
import type { Actor } from '@lpse-konsultasi/form-schema';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import type { Backend } from '../backend.js';
import { samplePeople } from '../samples/index.js';
import { freshName, open, register, consultationForm } from '../testing/browser-desk.js';

/** A page of its own in this one: with its own modules, its own connection and its own channel. */
async function openTab(): Promise<{ module: typeof import('./index.js'); close: () => void }> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const page = frame.contentDocument;
  if (page === null) throw new Error('no page');
  const script = page.createElement('script');
  script.type = 'module';
  const path = new URL('./index.ts', import.meta.url).pathname;
  script.textContent = `import * as module from '${path}';
    window.dispatchEvent(new CustomEvent('module', { detail: module }));`;
  const module = await new Promise<typeof import('./index.js')>((resolve) => {
    frame.contentWindow?.addEventListener('module', (event) =>
      resolve((event as CustomEvent<typeof import('./index.js')>).detail),
    );
    page.head.append(script);
  });
  return { module, close: () => frame.remove() };
}

/** One desk in this page and in a tab of its own, in which `actor` is at work. */
async function openTwo(actor: Actor = samplePeople.user): Promise<{
  here: Backend;
  there: Backend;
  close: () => Promise<void>;
}> {
  const name = freshName();
  const here = await open(name);
  const tab = await openTab();
  const there = await tab.module.createIndexedDbBackend({ profile, name, actor: () => actor });
  return {
    here,
    there,
    async close() {
      await Promise.all([here.close(), there.close()]);
      tab.close();
    },
  };
}

describe('two tabs on one desk', () => {
  it('follow each other', async () => {
    const { here, there, close } = await openTwo();
    const changes = here.watch()[Symbol.asyncIterator]();
    await there.execute(register('a'), { key: '1' });
    expect((await changes.next()).value).to.deep.equal({ id: 'a', version: 2 });

    const theirs = there.watch({ id: 'a' })[Symbol.asyncIterator]();
    const data = consultationForm();
    await here.execute({ type: 'submit', consultationId: 'a', data }, { key: '2' });
    expect((await theirs.next()).value).to.deep.equal({ id: 'a', version: 3 });
    await close();
  });

  it('give one number to one person, however much they do at the same time', async () => {
    const { here, there, close } = await openTwo();
    const works = Array.from({ length: 30 }, (_, index) =>
      (index % 2 ? here : there).execute(register(`case-${index}`), { key: `key-${index}` }),
    );
    await Promise.all(works);
    const { items } = await here.list({ limit: 200 });
    expect(new Set(items.map(({ tiket }) => tiket)).size).to.equal(30);
    await close();
  });

  it('lets one of two win who act on the same version', async () => {
    const { here, there, close } = await openTwo(samplePeople.secondOfficer);
    await here.execute(register('a'), { key: '1' });
    const data = consultationForm();
    await here.execute({ type: 'submit', consultationId: 'a', data }, { key: '2' });
    const command = { type: 'start-review', consultationId: 'a', data: {} } as const;
    const outcomes = await Promise.all([
      here.execute(command, { key: '3', expectedVersion: 3 }),
      there.execute(command, { key: '4', expectedVersion: 3 }),
    ]);
    expect(outcomes.filter(({ ok }) => ok).length).to.equal(1);
    const lost = outcomes.find(({ ok }) => !ok);
    expect(lost && !lost.ok && lost.refusal.code).to.equal('LPSE_VERSION_CONFLICT');
    await close();
  });
});
