import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallingRules, Profile } from '../profile/profile.js';
import { profile } from '../workflow/testing/profile.js';
import { boardOf, turnOf, type QueueRow } from './board.js';
import { estimateWait, quantile, type Helped } from './estimate.js';
import type { QueueFacts } from './facts.js';
import { fairOrder } from './order.js';

const { office } = profile;

/** A Monday, in WIB. */
const at = (time: string): string => new Date(`2026-06-01T${time}:00+07:00`).toISOString();

function waiting(id: string, time: string, needs: readonly string[] = []): QueueRow {
  const queue: QueueFacts = { queuedAt: at(time), calls: 0, needs };
  return { id, state: 'queued', nomorAntrean: id, nama: `Contoh ${id}`, queue };
}

function helped(id: string, loket: string, called: string, came: string, left?: string): QueueRow {
  const queue: QueueFacts = {
    queuedAt: at('08:00'),
    calls: 1,
    calledAt: at(called),
    attendedAt: at(came),
    ...(left !== undefined && { servedAt: at(left) }),
    needs: [],
  };
  const state = left === undefined ? 'analysing' : 'archived';
  return { id, state, nomorAntrean: id, nama: `Contoh ${id}`, loket, queue };
}

/** The row, telling of each look at one of its properties. */
function counted(row: QueueRow, look: () => void): QueueRow {
  return new Proxy(row, {
    get(target, name): unknown {
      look();
      return Reflect.get(target, name);
    },
  });
}

function calling(rule: CallingRules['priority']['rule']): CallingRules {
  return { ...profile.procedure.calling, priority: { rule, needs: ['prioritasLansia'] } };
}

function order(rows: readonly QueueRow[], rules: CallingRules, lastForward = false): string {
  const cases = rows.map(({ id, queue }) => ({ id, queue: queue as QueueFacts }));
  return fairOrder(cases, rules, lastForward)
    .map(({ id }) => id)
    .join(' ');
}

const old = ['prioritasLansia'];
const queue = [
  waiting('d', '09:03', old),
  waiting('a', '09:00'),
  waiting('c', '09:02', old),
  waiting('b', '09:01', ['hurufBesar']),
];

describe('the order of calling', () => {
  it('is that of waiting, where the office puts nobody forward', () => {
    expect(order(queue, calling('none'))).toBe('a b c d');
  });

  it('is that of the numbers for those who were accepted in the same moment', () => {
    const { queue: facts } = waiting('', '09:00') as Required<QueueRow>;
    const cases = [
      { id: 'x', nomorAntrean: 'A-1000', queue: facts },
      { id: 'y', nomorAntrean: 'A-998', queue: facts },
      { id: 'a', nomorAntrean: 'A-999', queue: facts },
    ];
    expect(fairOrder(cases, calling('none')).map(({ nomorAntrean }) => nomorAntrean)).toEqual([
      'A-998',
      'A-999',
      'A-1000',
    ]);
  });

  it('puts those forward whose needs the office names, each group by its waiting', () => {
    expect(order(queue, calling('first'))).toBe('c d a b');
  });

  it('takes turns, beginning with those who were not called last', () => {
    expect(order(queue, calling('alternate'))).toBe('c a d b');
    expect(order(queue, calling('alternate'), true)).toBe('a c b d');
  });

  it('loses nobody and doubles nobody', () => {
    const minutes = fc.integer({ min: 10, max: 59 });
    const anyone = fc.tuple(minutes, fc.boolean());
    fc.assert(
      fc.property(fc.array(anyone), fc.boolean(), (people, lastForward) => {
        const rows = people.map(([minute, isOld], index) =>
          waiting(String(index), `09:${minute}`, isOld ? old : []),
        );
        for (const rule of ['none', 'first', 'alternate'] as const) {
          const ids = order(rows, calling(rule), lastForward).split(' ').filter(Boolean);
          expect(ids.sort()).toEqual(rows.map(({ id }) => id).sort());
        }
      }),
    );
  });
});

describe('the estimate', () => {
  const turns = (loket: string): Helped[] => [
    { loket, from: at('08:00'), until: at('08:20') },
    { loket, from: at('08:20'), until: at('08:40') },
    { loket, from: at('08:40'), until: at('09:00') },
  ];
  const estimate = (
    position: number,
    people: readonly Helped[],
    now = '09:05',
  ): ReturnType<typeof estimateWait> =>
    estimateWait({ position, helped: people, now: at(now), office });

  it('is at most one turn for the next, and grows by a turn for each one before', () => {
    expect(estimate(0, turns('1'))).toEqual({ from: 0, until: 20, mayEndToday: false });
    expect(estimate(3, turns('1'))).toEqual({ from: 60, until: 80, mayEndToday: false });
  });

  it('is shared by the counters that are at work', () => {
    const people = [...turns('1'), ...turns('2')];
    expect(estimate(3, people)).toEqual({ from: 30, until: 40, mayEndToday: false });
  });

  it('does not count a counter that has helped nobody for an hour', () => {
    const people = [...turns('1'), { loket: '2', from: at('08:00'), until: at('08:20') }];
    expect(estimate(3, people, '09:30')).toEqual({ from: 60, until: 80, mayEndToday: false });
  });

  it('counts one at whose counter somebody still sits', () => {
    const people = [...turns('1'), { loket: '2', from: at('08:05') }];
    expect(estimate(3, people, '09:55')?.until).toBe(40);
  });

  it('says when it may take longer than the office is open', () => {
    expect(estimate(3, turns('1'), '09:05')?.mayEndToday).toBe(false);
    expect(estimate(20, turns('1'), '09:05')?.mayEndToday).toBe(true);
  });

  it.each([
    ['too few were helped', 1, turns('1').slice(1), '09:05'],
    ['nobody was helped', 1, [], '09:05'],
    ['no counter has helped anyone for an hour', 1, turns('1'), '10:30'],
    ['the office is at lunch', 1, turns('1'), '12:30'],
    ['the office is closed', 1, turns('1'), '16:00'],
  ] satisfies readonly (readonly [string, number, readonly Helped[], string])[])(
    'says nothing when %s',
    (_title, position, people, now) => {
      expect(estimate(position, people, now)).toBeUndefined();
    },
  );

  it('is never negative, never empty, and never shorter for someone further behind', () => {
    const person = fc.record({ from: fc.integer({ min: 0, max: 55 }), long: fc.nat({ max: 90 }) });
    fc.assert(
      fc.property(fc.array(person, { minLength: 3 }), fc.nat({ max: 40 }), (people, position) => {
        const all = people.map(({ from, long }): Helped => {
          const start = Date.parse(at('08:00')) + from * 60_000;
          const end = Math.min(start + long * 60_000, Date.parse(at('09:05')));
          return { from: new Date(start).toISOString(), until: new Date(end).toISOString() };
        });
        const [near, far] = [estimate(position, all), estimate(position + 1, all)];
        if (near === undefined || far === undefined) return;
        expect(near.from).toBeGreaterThanOrEqual(0);
        expect(near.until).toBeGreaterThan(near.from);
        expect(far.from).toBeGreaterThanOrEqual(near.from);
        expect(far.until).toBeGreaterThanOrEqual(near.until);
      }),
    );
  });

  it('finds the value below which a share lies', () => {
    expect([0, 0.25, 0.5, 1].map((share) => quantile([10, 20, 30], share))).toEqual([
      10, 15, 20, 30,
    ]);
  });
});

describe('the board', () => {
  const rows = [
    helped('A-001', '1', '08:10', '08:12', '08:40'),
    helped('A-002', '2', '08:15', '08:16', '08:50'),
    helped('A-003', '1', '08:45', '08:46'),
    waiting('A-004', '08:30'),
    waiting('A-005', '08:31', old),
  ];

  it('shows the calls of today, the last first, and who is next', () => {
    const board = boardOf(rows, profile, at('09:00'));
    expect(board.calls.map(({ nomor, loket }) => `${nomor} ${loket}`)).toEqual([
      'A-003 1',
      'A-002 2',
      'A-001 1',
    ]);
    expect(board.next).toEqual(['A-005', 'A-004']);
    expect(board.waiting).toBe(2);
  });

  it('has forgotten the calls of yesterday', () => {
    const tomorrow = new Date(Date.parse(at('09:00')) + 24 * 3_600_000).toISOString();
    expect(boardOf(rows, profile, tomorrow).calls).toEqual([]);
  });

  it('tells nothing that leads to a case or a person', () => {
    const text = JSON.stringify(
      boardOf(
        rows.map((row) => ({ ...row, id: `id-${row.id}` })),
        profile,
        at('09:00'),
      ),
    );
    expect(text).not.toContain('id-');
    expect(text).not.toContain('Contoh');
    expect(text).not.toContain('prioritasLansia');
  });

  it.each([
    ['short', 'Rina W.'],
    ['full', 'Rina Wulandari (contoh)'],
    ['none', undefined],
  ] as const)('shows names as the office allows: %s', (names, nama) => {
    const board = { ...profile.procedure.board, names };
    const office: Profile = { ...profile, procedure: { ...profile.procedure, board } };
    const [row] = rows.map((each) => ({ ...each, nama: 'Rina Wulandari (contoh)' }));
    expect(boardOf(row ? [row] : [], office, at('09:00')).calls[0]?.nama).toBe(nama);
  });

  it('counts a call of its own for each call of a number, so that it is said again', () => {
    const row = helped('A-001', '1', '08:10', '08:12');
    const again = { ...row, queue: { ...row.queue, calls: 2, calledAt: at('08:11'), needs: [] } };
    const first = boardOf([row], profile, at('09:00')).calls[0];
    const second = boardOf([again as QueueRow], profile, at('09:00')).calls[0];
    expect([first?.urutan, second?.urutan]).toEqual([1, 2]);
    expect(second?.at).not.toBe(first?.at);
  });

  it('tells someone their place, and nobody who does not wait', () => {
    expect(turnOf('A-004', rows, profile, at('09:00'))).toEqual({ position: 1, waiting: 2 });
    expect(turnOf('A-003', rows, profile, at('09:00'))).toBeUndefined();
    expect(turnOf('nobody', rows, profile, at('09:00'))).toBeUndefined();
  });

  it('knows until when people were helped: the next call, or the copy', () => {
    const more = [...rows, helped('A-006', '2', '09:00', '09:01', '09:10')];
    // 28, 34 and 9 minutes at two counters.
    expect(turnOf('A-004', more, profile, at('09:12'))?.estimate).toEqual({
      from: 5,
      until: 35,
      mayEndToday: false,
    });
  });

  it('looks at each case of a busy day a few times only, however many there are', () => {
    const looksAt = (cases: number): number => {
      let looks = 0;
      const day = Array.from({ length: cases }, (_, index) =>
        counted(helped(`A-${index}`, String(index % 10), '08:10', '08:12', '08:40'), () => {
          looks += 1;
        }),
      );
      boardOf(day, profile, at('09:00'));
      return looks / cases;
    };
    expect(looksAt(1_000)).toBeLessThan(2 * looksAt(50));
  });
});
