import { expect, fixtureCleanup } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { JsonObject } from '@lpse-konsultasi/form-schema';
import { openForm, schemaOf } from '../testing/open-form.js';
import type { FormHarness } from '../testing/form-harness.js';
import { fromLocalInput, toLocalInput, zoneName } from './local-time.js';

const day: JsonObject = { type: 'string', format: 'date' };
const moment: JsonObject = { type: 'string', format: 'date-time' };

describe('A date', () => {
  let page: FormHarness;
  const input = (): HTMLInputElement => page.form.control('/isian') as HTMLInputElement;

  async function open(
    member: JsonObject,
    more: Parameters<typeof openForm>[0] = {},
  ): Promise<void> {
    page = await openForm({ schema: schemaOf(member), ...more });
  }

  /** The browser's own control beside the text. */
  function picker(): HTMLInputElement {
    const native = page
      .field('Isian')
      .wrapper.querySelector<HTMLInputElement>('.date-pick > input');
    if (native === null) throw new Error('no calendar');
    return native;
  }

  async function pick(value: string): Promise<void> {
    picker().value = value;
    picker().dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    picker().dispatchEvent(new Event('change', { bubbles: true }));
    await page.form.updateComplete;
  }

  afterEach(() => {
    page.form.remove();
    fixtureCleanup();
  });

  for (const text of ['22/11/2026', '22-11-2026', '22 Nov 2026', '22112026', '2026-11-22']) {
    it(`is understood as ${text}, and shown in one way when it is left`, async () => {
      await open(day);
      await page.fill('Isian', text);
      expect(page.form.value).to.deep.equal({ isian: '2026-11-22' });
      expect(input().value).to.equal('22/11/2026');
      expect(page.errors()).to.deep.equal([]);
    });
  }

  it('is not touched while a person types', async () => {
    await open(day);
    input().focus();
    await sendKeys({ type: '1/2/26' });
    await page.form.updateComplete;
    expect(input().value).to.equal('1/2/26');
    expect(page.form.value).to.deep.equal({ isian: '2026-02-01' });
  });

  it('says what is missing of one that is half typed, and loses nothing', async () => {
    await open(day);
    await page.fill('Isian', '22/11');
    expect(page.field('Isian').error).to.contain('Mohon lengkapi tanggal, bulan, dan tahun');
    expect(input().value).to.equal('22/11');
    await page.fill('Isian', '22/11/2026');
    expect(page.field('Isian').error).to.equal('');
  });

  const unreal: readonly (readonly [JsonObject, text: string, id: string, en: string])[] = [
    [day, '31/02/2026', 'tidak mempunyai tanggal tersebut', 'no such day'],
    [day, '00/13/2026', 'tanggal dahulu, lalu bulan', 'the day first'],
    [day, '12/25/2026', 'tanggal dahulu, lalu bulan', 'the day first'],
    [day, '0/0/0', 'tanggal dahulu, lalu bulan', 'the day first'],
    [day, '32/01/2026', '1 sampai 31', 'from 1 to 31'],
    [moment, '31/02/2026 14.05', 'tidak mempunyai tanggal tersebut', 'no such day'],
    [moment, '22/11/2026 24.30', 'sampai 23.59', 'to 23:59'],
  ];
  for (const [member, text, id, en] of unreal)
    it(`says what is wrong with ${text}, and how a right one is written`, async () => {
      await open(member);
      await page.fill('Isian', text);
      expect(page.field('Isian').error).to.contain(id).and.contain('Contoh: 22/11/2026');
      expect(input().value).to.equal(text);
      page.form.locale = 'en';
      await page.form.updateComplete;
      expect(page.field('Isian').error).to.contain(en).and.contain('Example: 22/11/2026');
    });

  it('says the same when the form is sent out of it', async () => {
    await open(day);
    input().focus();
    await sendKeys({ type: '0/0/0' });
    await sendKeys({ press: 'Enter' });
    await page.form.updateComplete;
    expect(page.summary()).to.deep.equal([page.field('Isian').error]);
    page.form.setValue('/isian', '2026-11-22');
    expect(page.form.validate()).to.deep.equal([]);
  });

  it('can be picked from the calendar', async () => {
    await open(day, { value: { isian: '2026-11-01' } });
    const told: unknown[] = [];
    page.form.addEventListener('lpse-change', ({ value }) => told.push(value));
    expect(picker().value).to.equal('2026-11-01');
    await pick('2026-11-22');
    expect(input().value).to.equal('22/11/2026');
    expect(told).to.deep.equal(['2026-11-22']);
    await pick('');
    expect(page.form.value).to.deep.equal({});
  });

  it('opens the calendar by its button, which says what it is for', async () => {
    await open(day);
    let opened = 0;
    picker().showPicker = () => void opened++;
    await page.press('Pilih Isian dari kalender');
    expect(opened).to.equal(1);
  });

  it('has the browser make a calendar only when one is asked for', async () => {
    await open(day);
    page.form.setValue('/isian', '2026-11-22');
    await page.form.updateComplete;
    expect(picker().type).to.equal('text');
    picker().showPicker = () => undefined;
    await page.press('Pilih Isian dari kalender');
    expect([picker().type, picker().value]).to.deep.equal(['date', '2026-11-22']);
  });

  it('goes back to typing where the page may not open a calendar', async () => {
    await open(day);
    picker().showPicker = () => {
      throw new DOMException('not here', 'SecurityError');
    };
    await page.press('Pilih Isian dari kalender');
    expect(page.form.shadowRoot?.activeElement).to.equal(input());
  });

  it('offers in the calendar what the layout says, and no day to come where none is valid', async () => {
    const options = { min: '2026-01-01', max: '2026-12-31' };
    await open(day, { layout: { fields: { '/isian': { options } } } });
    expect([picker().min, picker().max]).to.deep.equal(['2026-01-01', '2026-12-31']);
    page.form.remove();
    await open({ ...day, 'x-notFuture': true });
    expect(picker().max).to.equal(toLocalInput(new Date().toISOString()).slice(0, 10));
  });

  it('gives an example, unless the field has one', async () => {
    await open(day);
    expect(page.field('Isian').hint).to.equal('Contoh: 22/11/2026');
    expect(input().getAttribute('aria-describedby')).to.contain('-hint');
    page.form.remove();
    const texts = { id: { fields: { '/isian': { example: '1 Januari 2026' } } } };
    await open(day, { layout: { texts } });
    expect(page.field('Isian').wrapper.textContent).to.not.contain('22/11/2026');
  });

  it('with a time is one moment in the office’s zone, and says which', async () => {
    await open(moment, { zone: 'WIT' });
    await page.fill('Isian', '22 November 2026 pukul 14.05');
    expect(page.form.value).to.deep.equal({ isian: '2026-11-22T14:05:00+09:00' });
    expect(input().value).to.equal('22/11/2026 14.05');
    const zone = page.field('Isian').wrapper.querySelector('.date-zone');
    expect(zone?.textContent).to.equal('WIT');
    expect(input().getAttribute('aria-describedby')).to.contain(zone?.id ?? 'none');
  });

  it('with a time of another zone means that moment', async () => {
    await open(moment, { zone: 'WITA' });
    await page.fill('Isian', '22/11/2026 14.05 WIB');
    expect(page.form.value).to.deep.equal({ isian: '2026-11-22T15:05:00+08:00' });
    expect(input().value).to.equal('22/11/2026 15.05');
  });

  it('follows the zone that the layout gives', async () => {
    const layout = { fields: { '/isian': { options: { zone: 'WITA' } } } };
    await open(moment, { zone: 'WIB', layout, value: { isian: '2026-11-22T14:05:00+07:00' } });
    expect(input().value).to.equal('22/11/2026 15.05');
  });

  it('reads in words of the zone where it is not to be edited', async () => {
    const value = { isian: '2026-11-22T14:05:00+07:00' };
    await open(moment, { zone: 'WITA', value, readonly: true });
    expect(page.field('Isian').value).to.equal('22 November 2026, 15.05 WITA');
  });

  it('without its time is not complete', async () => {
    await open(moment);
    await page.fill('Isian', '22/11/2026');
    expect(page.field('Isian').error).to.contain('beserta jamnya');
  });

  it('and time can be picked', async () => {
    await open(moment, { zone: 'WIB' });
    await pick('2026-11-22T14:05');
    expect(page.form.value).to.deep.equal({ isian: '2026-11-22T14:05:00+07:00' });
  });

  it('is written with a colon in English', async () => {
    const value = { isian: '2026-11-22T14:05:00+07:00' };
    await open(moment, { zone: 'WIB', locale: 'en', value });
    expect(input().value).to.equal('22/11/2026 14:05');
  });

  it('is accessible empty, filled and half typed', async () => {
    await open(moment, { zone: 'WIB' });
    await expect(page.form).to.be.accessible();
    await page.fill('Isian', '22/11/2026 14.05');
    await expect(page.form).to.be.accessible();
    await page.fill('Isian', '22/11');
    await expect(page.form).to.be.accessible();
  });
});

describe('Local time', () => {
  it('is the same instant on both ways, in every zone', () => {
    for (const zone of ['WIB', 'WITA', 'WIT', undefined] as const) {
      const instant = fromLocalInput('2026-11-22T23:30', zone) ?? '';
      expect(toLocalInput(instant, zone)).to.equal('2026-11-22T23:30');
    }
    expect(fromLocalInput('2026-11-22T23:30', 'WIB')).to.equal('2026-11-22T23:30:00+07:00');
    expect(toLocalInput('2026-11-22T16:30:00Z', 'WIT')).to.equal('2026-11-23T01:30');
  });

  it('is nothing where there is none', () => {
    expect(toLocalInput('kemarin')).to.equal('');
    expect(fromLocalInput('')).to.equal(undefined);
    expect(fromLocalInput('kemarin')).to.equal(undefined);
  });

  it('names the office’s zone, or else the browser’s distance from UTC', () => {
    expect(zoneName('WITA')).to.equal('WITA');
    expect(zoneName(undefined)).to.match(/^UTC[+-]\d{1,2}(:\d{2})?$/);
  });
});

describe('A time of day', () => {
  let page: FormHarness;
  const input = (): HTMLInputElement => page.form.control('/isian') as HTMLInputElement;

  beforeEach(async () => {
    page = await openForm({ schema: schemaOf({ type: 'string', format: 'time' }) });
    page.form.zone = 'WITA';
    await page.form.updateComplete;
  });

  afterEach(() => {
    page.form.remove();
    fixtureCleanup();
  });

  for (const [text, isian, shown] of [
    ['8.30', '08:30:00+08:00', '08.30'],
    ['08:30', '08:30:00+08:00', '08.30'],
    ['0830', '08:30:00+08:00', '08.30'],
    ['830', '08:30:00+08:00', '08.30'],
    ['8', '08:00:00+08:00', '08.00'],
    ['8:30 pm', '20:30:00+08:00', '20.30'],
    ['8.30 malam', '20:30:00+08:00', '20.30'],
    ['pukul 17.05', '17:05:00+08:00', '17.05'],
    ['8.30 WIB', '09:30:00+08:00', '09.30'],
    ['23:00:10Z', '07:00:10+08:00', '07.00.10'],
  ] as const) {
    it(`is understood as ${text}, in the office's time`, async () => {
      await page.fill('Isian', text);
      expect(page.form.value).to.deep.equal({ isian });
      expect(input().value).to.equal(shown);
      expect(page.errors()).to.deep.equal([]);
      await expect(page.form).to.be.accessible();
    });
  }

  for (const text of ['pagi', '25.00', '8.3', '12 pagi', '1/1/2026 8.30']) {
    it(`is not ${text}, which stays and is told with an example`, async () => {
      await page.fill('Isian', text);
      expect(page.form.value).to.deep.equal({ isian: text });
      expect(page.field('Isian').error).to.contain('Mohon tulis seperti 08.30.');
    });
  }
});
