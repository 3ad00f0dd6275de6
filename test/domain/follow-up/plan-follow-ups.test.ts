import { expect } from 'chai';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { occasionOfOwn, planFollowUps } from '../../../src/domain/follow-up/plan-follow-ups.js';
import { WAVE_CODES } from '../../../src/domain/follow-up/wave.js';
import type { Occasion } from '../../../src/domain/impact-map/stage.js';

const ZONE = 'Europe/Brussels';
const plan = (completedAt: string, occasions: readonly Occasion[] = ['weekly'], permitted: readonly ('W1' | 'W2' | 'W3')[] = WAVE_CODES) =>
  planFollowUps({ completedAt: new Date(completedAt), zone: ZONE, occasions, permitted });
const iso = (moment: Date | undefined) => moment?.toISOString();

describe('planFollowUps', () => {
  it('plans three weeks, three months and half a year after completion, at ten in the morning local time', () => {
    const waves = plan('2026-01-12T15:30:00Z');
    expect(waves.map(({ wave, instrument }) => `${wave} ${instrument}`)).to.deep.equal(['W1 CHK', 'W2 FUP', 'W3 SUS']);
    expect(waves.map(({ dueAt }) => iso(dueAt))).to.deep.equal([
      '2026-02-02T09:00:00.000Z',
      '2026-04-12T08:00:00.000Z',
      '2026-07-11T08:00:00.000Z',
    ]);
  });
  it('lets each wave lapse when the next falls due, and the last after sixty days', () => {
    const [w1, w2, w3] = plan('2026-01-12T15:30:00Z');
    expect(iso(w1?.lapsesAt)).to.equal(iso(w2?.dueAt));
    expect(iso(w2?.lapsesAt)).to.equal(iso(w3?.dueAt));
    expect(iso(w3?.lapsesAt)).to.equal('2026-09-09T08:00:00.000Z');
  });
  it('lets a wave lapse at the next moment also when the next one was declined', () => {
    const [w1, w2] = plan('2026-01-12T15:30:00Z', ['weekly'], ['W1', 'W3']);
    expect(w2).to.include({ state: 'cancelled', reason: 'declined' });
    expect(iso(w1?.lapsesAt)).to.equal(iso(w2?.dueAt));
  });
  it('skips the check-in when no behaviour occurs weekly or more often', () => {
    for (const occasions of [['monthly'], ['quarterly', 'rare'], ['rare']] as const) {
      expect(plan('2026-01-12T15:30:00Z', occasions)[0]).to.include({ state: 'skipped', reason: 'occasion' });
    }
  });
  it('lets the most frequent behaviour decide', () => {
    expect(plan('2026-01-12T15:30:00Z', ['rare', 'daily'])[0]).to.include({ state: 'planned', reason: null });
  });
  it('plans nothing where nothing was chosen', () => {
    expect(plan('2026-01-12T15:30:00Z', [])).to.deep.equal([]);
  });
  it('reads the occasion of an own behaviour from when the person expects it', () => {
    expect((['FI1', 'FI2', 'FI3', 'FI4', 'FI9', null] as const).map(occasionOfOwn)).to.deep.equal([
      'weekly',
      'weekly',
      'weekly',
      'monthly',
      'monthly',
      'weekly',
    ]);
  });
  it('keeps ten o’clock, the days between and the order across every change of the clocks', () => {
    const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2032-01-01'), noInvalidDate: true });
    const zone = fc.constantFrom('Europe/Brussels', 'Europe/Amsterdam', 'America/New_York', 'Asia/Kolkata', 'UTC');
    fc.assert(
      fc.property(moment, zone, (completedAt, zone) => {
        const waves = planFollowUps({ completedAt, zone, occasions: ['daily'], permitted: WAVE_CODES });
        const start = DateTime.fromJSDate(completedAt, { zone }).startOf('day');
        waves.forEach((wave, index) => {
          const due = DateTime.fromJSDate(wave.dueAt, { zone });
          expect([due.hour, due.minute]).to.deep.equal([10, 0]);
          expect(Math.round(due.startOf('day').diff(start, 'days').days)).to.equal([21, 90, 180][index]);
          expect(wave.dueAt > completedAt && wave.lapsesAt > wave.dueAt).to.equal(true);
          expect(wave.lapsesAt <= (waves[index + 1]?.dueAt ?? wave.lapsesAt)).to.equal(true);
        });
      }),
      { numRuns: 300 },
    );
  });
});
