import { describe, expect, it } from 'vitest';
import { initialsValid } from './digest.js';
import { replay } from './evolve.js';
import { verifyLog } from './log.js';
import { Desk, deskIn } from './testing/desk.js';
import { states } from './states.js';

describe('the procedure', () => {
  it('leads from the guest book to the archive', () => {
    const desk = deskIn('archived');
    expect(desk.events.map(({ type, step }) => `${step} ${type}`)).toEqual([
      '1 registered',
      '2 form-handed-out',
      '3 form-submitted',
      '4 review-started',
      '4 found-complete',
      '6 form-accepted',
      '7 called',
      '7 attended',
      '8 analysed',
      '9 answered',
      '11 archived',
    ]);
    expect(initialsValid(desk.case, 0)).toBe(true);
    expect(verifyLog(desk.events)).toEqual({ ok: true });
    expect(replay(desk.events)).toEqual(desk.consultation);
  });

  it.each(states)('can bring a case into the state %s', (state) => {
    expect(deskIn(state).state).toBe(state);
  });

  it('begins with nothing', () => {
    expect(new Desk().state).toBe('none');
  });
});
