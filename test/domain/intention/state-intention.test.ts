import { expect } from 'chai';
import fc from 'fast-check';
import { type CommitmentValues, type IntentionValues, stateIntention } from '../../../src/domain/intention/state-intention.js';
import { COMMIT, type Commit } from '../../../src/domain/survey/codes.js';

const behaviours = ['B1', 'B2', 'B3', 'B4'].map((stableId) => ({ stableId }));
const plan = { when: 'a customer calls', then: 'ask two questions' };

function about(stableId: string, change: Partial<CommitmentValues> = {}): CommitmentValues {
  const level: Commit = change.level ?? 'CM3';
  return {
    behaviour: { kind: 'map', stableId },
    then0: 'FQ1',
    level,
    plan: level === 'CM0' || level === 'CM9' ? null : plan,
    firstExpected: null,
    confidence: null,
    obstacles: [],
    copingText: null,
    ...change,
  };
}
type Stated = Extract<IntentionValues, { outcome: 'stated' }>;
function values(change: Partial<Stated> = {}): IntentionValues {
  return { outcome: 'stated', commitments: [about('B1')], permission: 'yes', waves: [], missingText: null, ...change };
}
function faultsOf(given: IntentionValues): string[] {
  const result = stateIntention(given, behaviours);
  return result.kind === 'stated'
    ? []
    : result.faults.map(({ item, problem, rank }) => [item, problem, rank].filter((part) => part !== null).join(' '));
}
const one = (change: Partial<CommitmentValues>): IntentionValues => values({ commitments: [about('B1', change)] });
const own = (text: string, closestStableId: string | null = null): Partial<CommitmentValues> => ({
  behaviour: { kind: 'own', text, closestStableId },
});
const long = 'x'.repeat(201);

describe('stating an intention', () => {
  const cases: [string, IntentionValues, string[]][] = [
    ['takes one behaviour with a plan', values(), []],
    ['takes three', values({ commitments: [about('B1'), about('B2', { plan: null }), about('B3', { level: 'CM9' })] }), []],
    ['needs a behaviour', values({ commitments: [] }), ['INT01 missing']],
    ['takes no four', values({ commitments: ['B1', 'B2', 'B3', 'B4'].map((id) => about(id)) }), ['INT01 too-many']],
    ['takes no behaviour twice', values({ commitments: [about('B1'), about('B1')] }), ['INT01 twice']],
    ['takes no behaviour of another map', values({ commitments: [about('B9')] }), ['INT01 unknown']],
    ['takes own words', one(own('Call back')), []],
    ['needs words for an own behaviour', one(own('  ')), ['INT02 missing 0']],
    ['takes own words of 200 characters', one(own('x'.repeat(200), 'B2')), []],
    ['takes no longer own words', one(own(long)), ['INT02 too-long 0']],
    ['takes no closest behaviour of another map', one(own('Call back', 'B9')), ['INT02 unknown 0']],
    ['takes an empty "when"', one({ plan: { when: '', then: 'ask' } }), []],
    ['needs a "then"', one({ plan: { when: 'a call', then: ' ' } }), ['INT05 missing 0']],
    ['needs a plan for the first behaviour with CM1–CM3', one({ plan: null }), ['INT05 missing 0']],
    [
      'needs it for the second when the first is done already',
      values({ commitments: [about('B1', { level: 'CM9' }), about('B2', { plan: null })] }),
      ['INT05 missing 1'],
    ],
    ['needs it for no other', values({ commitments: [about('B1'), about('B2', { plan: null })] }), []],
    ['takes no longer plan', one({ plan: { when: long, then: long } }), ['INT05 too-long 0']],
    ['takes no plan for what is declined', one({ level: 'CM0', plan }), ['INT05 not-asked 0']],
    [
      'takes no details for what is done already',
      one({ level: 'CM9', firstExpected: 'FI1', confidence: 'CF1', obstacles: ['F02_TIME'], copingText: 'x' }),
      ['INT06 not-asked 0', 'INT07 not-asked 0', 'INT08 not-asked 0', 'INT08T not-asked 0'],
    ],
    ['takes two obstacles', one({ obstacles: ['F02_TIME', 'F98_OTHER'] }), []],
    ['takes no three', one({ obstacles: ['F02_TIME', 'F98_OTHER', 'F03_HABIT'] }), ['INT08 too-many 0']],
    ['takes no longer coping', one({ copingText: long }), ['INT08T too-long 0']],
    ['needs an answer about the follow-up', values({ permission: null }), ['INT10 missing']],
    ['takes "no"', values({ permission: 'no' }), []],
    ['needs a wave with "pick"', values({ permission: 'pick' }), ['INT10 missing']],
    ['takes a picked wave', values({ permission: 'pick', waves: ['W3'] }), []],
    ['needs no permission when all is declined', values({ commitments: [about('B1', { level: 'CM0' })], permission: null }), []],
    ['takes a remark of 1,000 characters', values({ missingText: 'x'.repeat(1000) }), []],
    ['takes no longer remark', values({ missingText: 'x'.repeat(1001) }), ['INT11 too-long']],
    ['takes the honest exit without reasons', { outcome: 'exit', reasons: [], text: null }, []],
    ['takes three reasons', { outcome: 'exit', reasons: ['F02_TIME', 'F06_RELEVANCE', 'F98_OTHER'], text: 'x' }, []],
    [
      'takes no four',
      { outcome: 'exit', reasons: ['F02_TIME', 'F06_RELEVANCE', 'F98_OTHER', 'F07_MANAGER'], text: null },
      ['INT99 too-many'],
    ],
    ['takes no longer reason in words', { outcome: 'exit', reasons: [], text: 'x'.repeat(1001) }, ['INT99T too-long']],
  ];
  for (const [name, given, faults] of cases) it(name, () => expect(faultsOf(given)).to.deep.equal(faults));

  it('refuses codes that no scale has', () => {
    const strange = { then0: 'FQ9', firstExpected: 'FI8', confidence: 'CF9', obstacles: ['F77'] } as unknown as Partial<CommitmentValues>;
    expect(faultsOf(one(strange))).to.deep.equal(['INT03 unknown 0', 'INT06 unknown 0', 'INT07 unknown 0', 'INT08 unknown 0']);
    expect(faultsOf(values({ permission: 'maybe' as never }))).to.deep.equal(['INT10 unknown']);
    expect(faultsOf(values({ permission: 'pick', waves: ['W9' as never] }))).to.deep.equal(['INT10 unknown']);
  });

  it('keeps a declined behaviour apart, and everything else in its order', () => {
    const result = stateIntention(
      values({ commitments: [about('B2', { level: 'CM0' }), about('B1', own(' Call back ', 'B3'))], missingText: ' ' }),
      behaviours,
    );
    if (result.kind !== 'stated') throw new Error('invalid');
    expect(result.intention.missingText).to.equal(null);
    expect(
      result.intention.commitments.map(({ priority, elementStableId, ownText, closestStableId, state, planAsked }) => [
        priority,
        elementStableId,
        ownText,
        closestStableId,
        state,
        planAsked,
      ]),
    ).to.deep.equal([
      [1, 'B2', null, null, 'na', false],
      [2, null, 'Call back', 'B3', 'active', true],
    ]);
  });

  it('always states what has no fault, with as many behaviours as given and a plan for the first new one', () => {
    const levels = fc
      .uniqueArray(fc.constantFrom('B1', 'B2', 'B3', 'B4'), { minLength: 1, maxLength: 3 })
      .chain((ids) => fc.tuple(fc.constant(ids), fc.array(fc.constantFrom(...COMMIT), { minLength: ids.length, maxLength: ids.length })));
    fc.assert(
      fc.property(levels, ([ids, given]) => {
        const result = stateIntention(
          values({ commitments: ids.map((id, index) => about(id, { level: given[index] ?? 'CM0' })) }),
          behaviours,
        );
        if (result.kind !== 'stated') throw new Error(JSON.stringify(result.faults));
        const { commitments, followUpPermission } = result.intention;
        expect(commitments.map(({ elementStableId }) => elementStableId)).to.deep.equal(ids);
        expect(commitments.map(({ priority }) => priority)).to.deep.equal(ids.map((_, index) => index + 1));
        for (const { level, plan: made, state } of commitments) {
          expect(made !== null).to.equal(['CM1', 'CM2', 'CM3'].includes(level));
          expect(state).to.equal(level === 'CM0' ? 'na' : 'active');
        }
        expect(followUpPermission).to.equal(given.every((level) => level === 'CM0') ? null : 'yes');
      }),
    );
  });
});
