import { expect } from 'chai';
import { occasionReminder } from '../../../src/domain/intention/occasion-reminders.js';

const stated = new Date('2026-03-02T09:00:00Z');
const day = (moment: Date): string => moment.toISOString().slice(0, 10);

describe('reminders of a plan in the own calendar', () => {
  it('begin when the first occasion is expected', () => {
    const startOf = (firstExpected: 'FI1' | 'FI3' | null) =>
      day(occasionReminder({ statedAt: stated, firstExpected, occasion: 'weekly' }, stated).startsAt);
    expect([startOf('FI1'), startOf('FI3'), startOf(null)]).to.deep.equal(['2026-03-06', '2026-03-23', '2026-03-09']);
  });

  it('never begin in the past', () => {
    const now = new Date('2026-06-01T09:00:00Z');
    expect(day(occasionReminder({ statedAt: stated, firstExpected: 'FI1', occasion: 'daily' }, now).startsAt)).to.equal('2026-06-02');
  });

  it('come back at the pace of the occasion, at most once a week', () => {
    const repeatOf = (occasion: 'daily' | 'monthly' | 'quarterly' | 'rare') =>
      occasionReminder({ statedAt: stated, firstExpected: null, occasion }, stated).repeat;
    expect(repeatOf('daily')).to.deep.equal({ every: 'week', interval: 1, times: 4 });
    expect(repeatOf('monthly')?.every).to.equal('month');
    expect(repeatOf('quarterly')?.interval).to.equal(3);
    expect(repeatOf('rare')).to.equal(null);
  });
});
