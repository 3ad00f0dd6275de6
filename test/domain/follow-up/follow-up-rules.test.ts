import { expect } from 'chai';
import { askedCommitments, carriedStatus } from '../../../src/domain/follow-up/asked-commitments.js';
import type { FollowUpState } from '../../../src/domain/follow-up/follow-up.js';
import { FOLLOW_UP_TRANSITIONS, followUpStatesBefore } from '../../../src/domain/follow-up/follow-up-state.js';
import { hasFallenSilent } from '../../../src/domain/follow-up/silence.js';
import { closingMoment, type Openness, opennessAt } from '../../../src/domain/follow-up/window.js';
import { INTENDED } from '../../../src/domain/survey/codes.js';
import { DAY_MS } from '../../../src/shared/dates.js';

const day = (number: number) => new Date(Date.UTC(2026, 0, 1) + number * DAY_MS);

describe('the states of a follow-up', () => {
  it('never leave answered, cancelled or skipped', () => {
    expect([FOLLOW_UP_TRANSITIONS.answered, FOLLOW_UP_TRANSITIONS.cancelled, FOLLOW_UP_TRANSITIONS.skipped]).to.deep.equal([[], [], []]);
  });
  it('never lead back to planned', () => {
    expect(followUpStatesBefore('planned')).to.deep.equal([]);
  });
  it('open only what was planned, and skip only what was planned', () => {
    expect([followUpStatesBefore('open'), followUpStatesBefore('skipped')]).to.deep.equal([['planned'], ['planned']]);
  });
  it('take an answer while open, due or late', () => {
    expect(followUpStatesBefore('answered')).to.deep.equal(['planned', 'open', 'expired']);
  });
});

describe('the window of a follow-up', () => {
  const cases: [FollowUpState, number | null, number, Openness][] = [
    ['planned', null, 20.9, 'not-due'],
    ['planned', null, 21, 'due'],
    ['planned', null, 89.9, 'due'],
    ['planned', null, 90, 'lapsed'],
    ['open', 35, 34.9, 'open'],
    ['open', 35, 35, 'late'],
    ['expired', 35, 49, 'late'],
    ['expired', 35, 49.1, 'closed'],
    ['expired', null, 91, 'closed'],
    ['answered', 35, 30, 'closed'],
    ['cancelled', null, 30, 'closed'],
    ['skipped', null, 30, 'closed'],
  ];
  for (const [state, closes, now, expected] of cases) {
    it(`of one that is ${state}${closes === null ? '' : ` and closes on day ${closes}`} is ${expected} on day ${now}`, () => {
      const followUp = { state, dueAt: day(21), lapsesAt: day(90), closesAt: closes === null ? null : day(closes) };
      expect(opennessAt(followUp, day(now))).to.equal(expected);
    });
  }
  it('keeps its length, however late it opens', () => {
    expect(closingMoment({ windowDays: 14 }, day(60))).to.deep.equal(day(74));
  });
});

describe('two silences', () => {
  const silent = { state: 'expired', reason: 'no-answer' } as const;
  const neverAsked = { state: 'expired', reason: 'never-asked' } as const;
  const answered = { state: 'answered', reason: null } as const;
  it('end the asking', () => {
    expect(hasFallenSilent([silent, silent])).to.equal(true);
  });
  it('are not one silence, nor a wave nobody was told of, nor an answer', () => {
    expect([hasFallenSilent([silent]), hasFallenSilent([silent, neverAsked]), hasFallenSilent([silent, answered])]).to.deep.equal([
      false,
      false,
      false,
    ]);
  });
});

describe('the commitments a wave asks about', () => {
  const standing = (['active', 'adjusted', 'habit', 'let_go', 'na'] as const).map((state) => ({ level: 'CM2' as const, state }));
  it('are those that have not ended', () => {
    expect(askedCommitments(standing, 'FUP').map(({ state }) => state)).to.deep.equal(['active', 'adjusted']);
  });
  it('are habits once more after half a year', () => {
    expect(askedCommitments(standing, 'SUS').map(({ state }) => state)).to.deep.equal(['active', 'adjusted', 'habit']);
  });
  it('leave out what was considered and declined', () => {
    expect(askedCommitments([{ level: 'CM0', state: 'active' }], 'FUP')).to.deep.equal([]);
  });
  it('carry what was let go as dropped', () => {
    expect(INTENDED.map((level) => carriedStatus({ level, state: 'let_go' }))).to.deep.equal(INTENDED.map(() => 'ST_DROPPED'));
    expect(carriedStatus({ level: 'CM2', state: 'active' })).to.equal(null);
    expect(carriedStatus({ level: 'CM0', state: 'let_go' })).to.equal(null);
  });
});
