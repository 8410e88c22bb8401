import type { BrowserContext, Page } from '@playwright/test';
import type { Actor } from '@lpse-konsultasi/form-schema';
import { expect } from '../test.js';
import { Officer } from '../officer.js';
import { Workplace } from './workplace.js';

/** A Wednesday without a holiday: the office serves from 08.00 to 12.00 and from 13.00 to 15.30. */
export const day = '2026-03-04';

/** As the portal's page names its officer. */
const first = ['petugas-1', 'Sari Utami (contoh)'] as const;

/** The pages of one office in one browser; what one writes the others see. */
export interface Office {
  readonly portal: Workplace;
  readonly reception: Workplace;
  /** Three officers, each at a page of their own. */
  readonly desks: readonly [Desk, Desk, Desk];
  readonly board: Page;
  /** Lets so many minutes pass on all pages. */
  pass(minutes: number): Promise<void>;
  /** Lets it be this time, `HH:MM`, on all pages. */
  setTime(time: string): Promise<void>;
}

/** An officer's workplace: the screen to work on by hand, and the backend behind it. */
export class Desk extends Workplace {
  readonly officer: Officer;

  constructor(page: Page, actor: Actor) {
    super(page, 'lpse-desk', actor);
    this.officer = new Officer(page);
  }
}

export async function openOffice(context: BrowserContext): Promise<Office> {
  const clock = new DayClock(context);
  await clock.start();
  const portal = await context.newPage();
  await portal.goto('konsultasi.html');
  await expect(portal.locator('[data-stage]').first()).toBeVisible();
  const reception = await context.newPage();
  await reception.goto('resepsionis.html');
  await expect(reception.getByRole('heading', { name: 'Penerimaan' })).toBeVisible();
  const board = await context.newPage();
  await board.goto('papan.html');
  await expect(board.getByText('Belum ada panggilan')).toBeVisible();
  const desks = [
    await openDesk(context, ...first),
    await openDesk(context, 'petugas-2', 'Bayu Nugraha (contoh)'),
    await openDesk(context, 'petugas-3', 'Sekar Ayuningtyas (contoh)'),
  ] as const;
  return {
    portal: new Workplace(portal, 'lpse-consultation', { id: 'user', role: 'user', name: '' }),
    reception: new Workplace(reception, 'lpse-reception', {
      id: 'resepsionis-1',
      role: 'reception',
      name: 'Wulan Pratiwi (contoh)',
    }),
    desks,
    board,
    pass: (minutes) => clock.pass(minutes),
    setTime: (time) => clock.setTime(time),
  };
}

/**
 * One clock for all pages: the machine's own, moved by as much as the day asks for. Playwright's clock would be set page by
 * page, and pages that work together would disagree on who came first.
 */
class DayClock {
  readonly #context: BrowserContext;
  #offset = 0;

  constructor(context: BrowserContext) {
    this.#context = context;
  }

  async start(): Promise<void> {
    this.#offset = instantOf('07:58') - Date.now();
    await this.#context.addInitScript(moveClock, this.#offset);
  }

  async pass(minutes: number): Promise<void> {
    await this.#move(this.#offset + minutes * 60_000);
  }

  async setTime(time: string): Promise<void> {
    await this.#move(instantOf(time) - Date.now());
  }

  /** On the pages that are open, and on those that open later. Nobody works meanwhile. */
  async #move(offset: number): Promise<void> {
    this.#offset = offset;
    await this.#context.addInitScript(moveClock, offset);
    await Promise.all(this.#context.pages().map((page) => page.evaluate(moveClock, offset)));
  }
}

/** Runs in the page. The first call replaces the clock, each call moves it. */
function moveClock(offset: number): void {
  const place = globalThis as { officeOffset?: number };
  const isMoved = place.officeOffset !== undefined;
  place.officeOffset = offset;
  if (isMoved) return;
  const machine = Date;
  const now = (): number => machine.now() + (place.officeOffset ?? 0);
  globalThis.Date = new Proxy(machine, {
    construct: (target, args: readonly unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : [...args], newTarget) as Date,
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  });
}

function instantOf(time: string): number {
  return Date.parse(`${day}T${time}:00+07:00`);
}

/** The desk's page as it would be delivered to another officer. */
async function openDesk(context: BrowserContext, id: string, name: string): Promise<Desk> {
  const page = await context.newPage();
  await page.route('**/petugas.html', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(first[0], id).replace(first[1], name);
    await route.fulfill({ response, body });
  });
  const desk = new Desk(page, { id, role: 'officer', name, position: 'Petugas layanan' });
  await desk.officer.open();
  return desk;
}
