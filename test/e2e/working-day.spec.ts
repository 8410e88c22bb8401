import { sampleValues } from '@lpse-konsultasi/client/samples';
import { verifyLog } from '@lpse-konsultasi/form-schema';
import { boardViews, watchBoard } from './support/day/board.js';
import { brokenLink, departuresOf, stateOf, ticketOf, type Log } from './support/day/ledger.js';
import { day, openOffice, type Office } from './support/day/office.js';
import { expectedReport, openReport } from './support/day/report-page.js';
import { guests, stories } from './support/day/stories.js';
import { nextStep, planVisits, type Visit } from './support/day/visits.js';
import { shift, visitorsAct, type Friction } from './support/day/work.js';
import { expect, test } from './support/test.js';

/** How the visitors of the day rated it; the first mark was given on the screen. */
const marks = [4, 3, 4, 3, 4, 2, 4] as const;

test('a working day: 60 visitors, three officers, two counters and a board, and a report that says what the logs say', async ({
  context,
}) => {
  test.setTimeout(600_000);
  const addresses: string[] = [];
  context.on('request', (request) => addresses.push(request.url()));

  context.setDefaultTimeout(30_000);
  const office = await openOffice(context);
  await watchBoard(office.board);
  const visits = planVisits(60 - guests.length);
  const friction: Friction = { refusals: new Map(), retried: 0 };
  let arrived = 0;

  // Visitors come in groups; while some are helped by hand, everybody else goes on at all pages at once.
  for (const story of stories) {
    const told = story(office, context);
    let isOver = false;
    while (!isOver) {
      arrived += 5;
      const [step] = await Promise.all([
        told.next(),
        others(office, visits.slice(0, arrived), friction),
      ]);
      isOver = step.done === true;
      await office.pass(step.value ?? 5);
    }
  }
  for (let round = 0; round < 30 && visits.some(nextStep); round += 1) {
    await others(office, visits, friction);
    await office.pass(3);
  }
  expect(visits.filter(nextStep).map(({ id }) => id)).toEqual([]);
  await office.setTime('15:20');
  await explain(office);
  for (const [index, mark] of marks.slice(1).entries())
    await office.portal.rate(sampleValues.survey(mark), `penilaian-${index}`);
  // After the office has closed no clock runs any more.
  await office.setTime('16:30');

  const logs = await verifiedLogs(office);
  expect(logs).toHaveLength(60);
  expect(friction.retried).toBeGreaterThan(20);
  expect(friction.refusals.get('LPSE_VERSION_CONFLICT')).toBeGreaterThan(5);
  expect(friction.refusals.get('LPSE_CALL_COUNTER_BUSY')).toBeGreaterThan(0);

  const report = await context.newPage();
  expect(await openReport(report, day)).toEqual(expectedReport(logs, day, marks));
  await expectQueue(office, logs);
  await expectBoard(office, logs);
  expectNothingPersonal(addresses.concat(context.pages().map((page) => page.url())), logs);
});

/** Whoever is not helped by hand: the public, the reception and three officers, all at once. */
async function others(
  { portal, reception, desks }: Office,
  visits: readonly Visit[],
  friction: Friction,
): Promise<void> {
  await Promise.all([
    visitorsAct(portal, visits, friction, 'user'),
    visitorsAct(reception, visits, friction, 'reception'),
    ...desks.map((desk, index) =>
      shift(desk, visits, friction, { commands: 12, offset: index * 3, counter: '2' }),
    ),
  ]);
}

/** Before the day ends, an officer accounts for every third delay. */
async function explain({ desks: [desk] }: Office): Promise<void> {
  const logs = await desk.logs();
  const open = logs.flatMap(({ id, events }) =>
    departuresOf(events, day)
      .filter(({ alasan }) => alasan === undefined)
      .map((departure) => ({ id, ...departure })),
  );
  for (const { id, step, run, jenis } of open.filter((_, index) => index % 3 === 0)) {
    const data = { langkah: step, putaran: run, jenis, alasan: 'Antrean panjang sejak pagi.' };
    const outcome = await desk.execute(
      { type: 'explain-deviation', consultationId: id, data },
      { key: `${id}/${step}/${run}/${jenis}` },
    );
    expect(outcome.ok).toBe(true);
  }
}

/** All logs; each is whole by the product's own check, by this test's, and by what the backend says of it. */
async function verifiedLogs({ desks: [desk] }: Office): Promise<Log[]> {
  const logs = await desk.logs();
  for (const { events, verdict } of logs) {
    expect(verdict).toEqual({ ok: true });
    expect(verifyLog(events)).toEqual({ ok: true });
    expect(brokenLink(events)).toBe(0);
  }
  const tickets = logs.map(({ events }) => ticketOf(events));
  expect(new Set(tickets).size).toBe(tickets.length);
  return logs.map(({ events }) => events);
}

/** The queue counts the cases of each of its views as the logs do. */
async function expectQueue({ desks: [{ officer }] }: Office, logs: readonly Log[]): Promise<void> {
  const views: { readonly [view: string]: readonly string[] } = {
    check: ['submitted', 'reviewing', 'incomplete'],
    waiting: ['queued', 'called', 'no-show'],
    handling: ['analysing', 'answering', 'escalating', 'handing-over', 'follow-up'],
    user: ['draft'],
    done: ['archived', 'cancelled'],
  };
  const queue = officer.desk.locator('lpse-queue');
  await queue.getByRole('searchbox').fill('');
  await officer.showAll();
  await expect(queue.locator('.count')).toContainText(`${logs.length} konsultasi`);
  for (const [view, states] of Object.entries(views)) {
    const count = logs.filter((log) => states.includes(stateOf(log))).length;
    await officer.field('Tampilkan').selectOption(view);
    await expect(queue.locator('.count')).toContainText(`${count} konsultasi`);
  }
}

/** Numbers alone stood on the board all day, and whoever had not been called yet stood in the order of the numbers. */
async function expectBoard({ board }: Office, logs: readonly Log[]): Promise<void> {
  const calledAgain = new Set(
    logs.flatMap((log) => (log.some(({ type }) => type === 'requeued') ? numberOf(log) : [])),
  );
  const views = await boardViews(board);
  expect(views.filter(({ next }) => next.length > 1).length).toBeGreaterThan(10);
  for (const { text, next } of views) {
    expect(text).not.toContain('contoh');
    expect(text).not.toMatch(/BTG-|\+?628?1/);
    for (const number of next) expect(number).toMatch(/^A-\d{3}$/);
    const fresh = next.filter((number) => !calledAgain.has(number));
    expect(fresh).toEqual([...fresh].sort());
  }
  const waiting = logs
    .filter((log) => stateOf(log) === 'queued')
    .sort((a, b) => (waitsSince(a) < waitsSince(b) ? -1 : 1));
  expect(views.at(-1)?.next).toEqual(waiting.flatMap(numberOf).slice(0, 10));
}

function numberOf(log: Log): string[] {
  return log.flatMap((event) => (event.type === 'form-accepted' ? event.data.nomorAntrean : []));
}

function waitsSince(log: Log): string {
  return log.findLast(({ type }) => type === 'form-accepted' || type === 'requeued')?.at ?? '';
}

/** No address that any page asked for, or shows, says who somebody is or which case is theirs. */
function expectNothingPersonal(addresses: readonly string[], logs: readonly Log[]): void {
  const all = addresses
    .map((address) => decodeURIComponent(address).replaceAll('+', ' '))
    .join(' ');
  const digits = all.replaceAll(/[^\d ]/g, '');
  for (const { nama, telepon, judul } of guests) {
    expect(all).not.toContain(nama.split(' ')[0]);
    expect(all).not.toContain(judul);
    expect(digits).not.toContain(telepon.replaceAll(/\D/g, '').slice(1));
  }
  expect(all).not.toContain('contoh)');
  for (const log of logs) {
    expect(all).not.toContain(ticketOf(log));
    expect(all).not.toContain(log[0]?.consultationId ?? ticketOf(log));
  }
}
