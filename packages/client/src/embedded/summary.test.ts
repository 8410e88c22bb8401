import { evolve, type Consultation, type ConsultationEvent } from '@lpse-konsultasi/form-schema';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import { describe, expect, it } from 'vitest';
import { sampleCase } from '../samples/index.js';
import { summarise } from './summary.js';

const now = new Date('2026-11-23T03:40:00Z');

/** One more event of the case, as far as a row looks at it. */
function after(consultation: Consultation, type: string, data: object): Consultation {
  const event = { type, data, at: now.toISOString(), actor: {}, seq: 99, hash: '', step: 10 };
  return evolve(consultation, event as unknown as ConsultationEvent);
}

describe('the row of an escalated case', () => {
  const { consultation } = sampleCase('escalating', { profile, now });
  const escalated = after(consultation, 'escalated', { eskalasi: { nomorLuar: 'INC-1' } });
  const archived = after(escalated, 'archived', { salinan: {}, arsip: {} });

  it('says since when it waits', () => {
    const { eskalasi, eskalasiSejak } = summarise(archived, profile);
    expect([eskalasi, eskalasiSejak]).toEqual(['waiting', now.toISOString()]);
  });

  it('says when the other side was last asked', () => {
    expect(summarise(archived, profile)).not.toHaveProperty('eskalasiDitanyakan');
    const asked = after(archived, 'reminded', { kanal: 'email' });
    expect(summarise(asked, profile)).toMatchObject({
      eskalasi: 'waiting',
      eskalasiDitanyakan: now.toISOString(),
    });
  });

  it('waits for nobody once the escalation was taken back, though its record stays', () => {
    const revoked = after(archived, 'escalation-revoked', { alasan: 'x', setelahArsip: true });
    expect(revoked.eskalasi).toBeDefined();
    expect(summarise(revoked, profile)).not.toHaveProperty('eskalasi');
    expect(summarise(revoked, profile)).not.toHaveProperty('eskalasiSejak');
  });

  it('has a reply, and no wait', () => {
    const replied = after(archived, 'reply-received', { balasan: {} });
    expect(summarise(replied, profile)).toMatchObject({ eskalasi: 'replied' });
    expect(summarise(replied, profile)).not.toHaveProperty('eskalasiSejak');
  });
});
