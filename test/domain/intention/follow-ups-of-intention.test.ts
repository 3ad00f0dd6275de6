import { expect } from 'chai';
import type { MapElement } from '../../../src/domain/impact-map/impact-map.js';
import type { Occasion } from '../../../src/domain/impact-map/stage.js';
import { followUpsOfIntention } from '../../../src/domain/intention/follow-ups-of-intention.js';
import type { CommitmentValues, IntentionValues } from '../../../src/domain/intention/state-intention.js';
import type { Commit, First } from '../../../src/domain/survey/codes.js';

const element = (stableId: string, occasion: Occasion): MapElement => ({
  stableId,
  stage: 'work_behaviour',
  position: 1,
  text: { en: '', nl: '' },
  occasion,
  details: {},
});
const behaviours = [element('often', 'daily'), element('rarely', 'quarterly')];
const from = { completedAt: new Date('2026-03-02T09:00:00Z'), zone: 'Europe/Brussels' };
const about = (stableId: string | null, level: Commit, firstExpected: First | null = null): CommitmentValues => ({
  behaviour: stableId ? { kind: 'map', stableId } : { kind: 'own', text: 'Call back', closestStableId: null },
  then0: 'FQ1',
  level,
  plan: null,
  firstExpected,
  confidence: null,
  obstacles: [],
  copingText: null,
});
function states(commitments: CommitmentValues[], change: Partial<Extract<IntentionValues, { outcome: 'stated' }>> = {}): string {
  const values: IntentionValues = { outcome: 'stated', commitments, permission: 'yes', waves: [], missingText: null, ...change };
  return followUpsOfIntention(values, behaviours, from)
    .map(({ wave, state, reason }) => [wave, state, reason].filter(Boolean).join(' '))
    .join(', ');
}

describe('the follow-ups of an intention', () => {
  const all = 'W1 planned, W2 planned, W3 planned';
  const late = 'W1 skipped occasion, W2 planned, W3 planned';
  it('are three for a frequent behaviour', () => expect(states([about('often', 'CM3')])).to.equal(all));
  it('leave out the first for a rare one', () => expect(states([about('rarely', 'CM3')])).to.equal(late));
  it('follow the most frequent one', () => expect(states([about('rarely', 'CM3'), about('often', 'CM1')])).to.equal(all));
  it('do not follow a declined one', () => expect(states([about('rarely', 'CM3'), about('often', 'CM0')])).to.equal(late));
  it('follow who does it already', () => expect(states([about('often', 'CM9')])).to.equal(all));
  it('take an own behaviour within a month as weekly', () => expect(states([about(null, 'CM3', 'FI3')])).to.equal(all));
  it('take an own behaviour later as monthly', () => expect(states([about(null, 'CM3', 'FI4')])).to.equal(late));
  it('are kept as declined with "no"', () =>
    expect(states([about('often', 'CM3')], { permission: 'no' })).to.equal(
      'W1 cancelled declined, W2 cancelled declined, W3 cancelled declined',
    ));
  it('are the picked ones with "pick"', () =>
    expect(states([about('often', 'CM3')], { permission: 'pick', waves: ['W1', 'W3'] })).to.equal(
      'W1 planned, W2 cancelled declined, W3 planned',
    ));
  it('are none when everything was declined', () => expect(states([about('often', 'CM0')])).to.equal(''));
  it('are none after the honest exit', () =>
    expect(followUpsOfIntention({ outcome: 'exit', reasons: [], text: null }, behaviours, from)).to.deep.equal([]));
});
