import { expect } from 'chai';
import fc from 'fast-check';
import { advance, openStep, whereNow } from '../../../src/domain/intention/advance.js';
import { EMPTY_DRAFT, type FieldValues, type IntentionDraft, OWN } from '../../../src/domain/intention/draft.js';
import { stateIntention } from '../../../src/domain/intention/state-intention.js';
import { stepsOf } from '../../../src/domain/intention/steps.js';
import { valuesOfDraft } from '../../../src/domain/intention/values-of-draft.js';
import { BARRIERS, COMMIT, FREQ } from '../../../src/domain/survey/codes.js';

const behaviours = ['B1', 'B2', 'B3'].map((stableId) => ({ stableId }));
const idsOf = (draft: IntentionDraft): string[] => stepsOf(draft, behaviours).map(({ id }) => id);
const draftOf = (steps: Record<string, FieldValues>): IntentionDraft => ({ at: 'welcome', steps });

describe('the screens a person gets', () => {
  const plan = (place: number): string[] => ['plan', 'say', 'occasion', 'hurdle'].map((kind) => `${kind}-${place}`);
  const chosen = (levels: Record<string, string>, more: string[] = []): IntentionDraft =>
    draftOf({
      choose: { behaviours: Object.keys(levels) },
      another: { more },
      ...Object.fromEntries(Object.entries(levels).map(([key, level]) => [`about:${key}`, { level }])),
    });
  const cases: [string, IntentionDraft, string[]][] = [
    ['one behaviour to plan', chosen({ B1: 'CM2' }), ['about-1', ...plan(1), 'permission']],
    ['one already done', chosen({ B1: 'CM9' }), ['about-1', 'permission']],
    ['one declined', chosen({ B1: 'CM0' }), ['about-1']],
    ['an own one', chosen({ [OWN]: 'CM1' }), ['own', 'about-1', ...plan(1), 'permission']],
    ['two to plan', chosen({ B1: 'CM1', B2: 'CM3' }), ['first', 'about-1', 'about-2', ...plan(1), 'another', 'permission']],
    [
      'two to plan, both wished',
      chosen({ B1: 'CM1', B2: 'CM3' }, ['B2']),
      ['first', 'about-1', 'about-2', ...plan(1), 'another', ...plan(2), 'permission'],
    ],
    ['the first already done', chosen({ B1: 'CM9', B2: 'CM3' }), ['first', 'about-1', 'about-2', ...plan(2), 'permission']],
  ];
  for (const [name, draft, middle] of cases) {
    it(`fit ${name}`, () => expect(idsOf(draft)).to.deep.equal(['welcome', 'choose', ...middle, 'missing', 'summary']));
  }

  it('do not count what left the map', () => {
    const draft = draftOf({ choose: { behaviours: ['B9', 'B2'] } });
    expect(stepsOf(draft, behaviours).find(({ id }) => id === 'about-1')?.key).to.equal('B2');
    expect(stepsOf(draft, behaviours).some(({ id }) => id === 'about-2')).to.equal(false);
  });
});

describe('moving through the screens', () => {
  it('keeps what was typed whichever button is pressed, and waits only on "next"', () => {
    for (const go of ['next', 'back', 'leave', 'stay'] as const) {
      const typed = { behaviours: ['B1', 'B2', 'B3', OWN] };
      const moved = advance(EMPTY_DRAFT, 'choose', typed, go, behaviours);
      expect(moved.draft.steps['choose'], go).to.deep.equal(typed);
      expect(
        moved.faults.map(({ problem }) => problem),
        go,
      ).to.deep.equal(go === 'next' ? ['too-many'] : []);
      expect(moved.goTo, go).to.equal({ next: 'choose', back: 'welcome', leave: 'exit', stay: 'choose' }[go]);
    }
  });

  it('comes back from the honest exit to where the person was', () => {
    const chosen = advance(EMPTY_DRAFT, 'choose', { behaviours: ['B1'] }, 'next', behaviours).draft;
    const left = advance(chosen, 'about-1', { before: '', level: '' }, 'leave', behaviours).draft;
    expect(advance(left, 'exit', { reasons: [], text: 'x' }, 'back', behaviours).goTo).to.equal('about-1');
  });

  it('shows no screen while one before it needs something', () => {
    const draft = advance(EMPTY_DRAFT, 'choose', { behaviours: ['B1'] }, 'next', behaviours).draft;
    expect(openStep(draft, 'summary', behaviours)).to.equal(null);
    expect(openStep(draft, 'about-1', behaviours)?.key).to.equal('B1');
    expect(whereNow({ ...draft, at: 'summary' }, behaviours)).to.equal('about-1');
  });

  it('leaves answers about a behaviour that is no longer chosen out of what is sent', () => {
    let draft = advance(EMPTY_DRAFT, 'choose', { behaviours: ['B1'] }, 'next', behaviours).draft;
    draft = advance(draft, 'about-1', { before: 'FQ0', level: 'CM3' }, 'next', behaviours).draft;
    draft = advance(draft, 'plan-1', { when: '', then: 'ask' }, 'next', behaviours).draft;
    draft = advance(draft, 'about-1', { before: 'FQ0', level: 'CM9' }, 'next', behaviours).draft;
    const values = valuesOfDraft(draft, behaviours);
    expect(values.outcome === 'stated' && values.commitments[0]?.plan).to.equal(null);
  });

  it('leads any person who answers what is asked to something that can be stated', () => {
    const random = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(random, (stream) => {
        const pick = <Value>(values: readonly Value[]): Value => values[(stream.next().value ?? 0) % values.length] as Value;
        let draft: IntentionDraft = EMPTY_DRAFT;
        let at = 'welcome';
        for (let count = 0; at !== 'summary'; count += 1) {
          expect(count).to.be.lessThan(40);
          const moved = advance(draft, at, answerTo(at.replace(/-\d$/, ''), draft, pick), 'next', behaviours);
          expect(moved.faults, at).to.deep.equal([]);
          ({ draft, goTo: at } = moved);
        }
        expect(openStep(draft, 'summary', behaviours)).to.not.equal(null);
        expect(stateIntention(valuesOfDraft(draft, behaviours), behaviours).kind).to.equal('stated');
      }),
    );
  });
});

function answerTo(kind: string, draft: IntentionDraft, pick: <Value>(values: readonly Value[]) => Value): FieldValues {
  const chosen = [draft.steps['choose']?.['behaviours'] ?? []].flat();
  const answers: Record<string, () => FieldValues> = {
    choose: () => ({ behaviours: pick([['B1'], ['B2', OWN], ['B1', 'B2', 'B3'], [OWN], ['B1', 'B3', OWN]]) }),
    own: () => ({ text: 'Call back', closest: pick(['', 'B1']) }),
    first: () => ({ first: pick(chosen) }),
    about: () => ({ before: pick(FREQ), level: pick(COMMIT) }),
    plan: () => ({ when: pick(['', 'a customer calls']), then: 'ask' }),
    occasion: () => ({ first: pick(['', 'FI1', 'FI9']), confidence: pick(['', 'CF0']) }),
    hurdle: () => ({ obstacles: pick([[], [pick(BARRIERS)]]), coping: pick(['', 'a note']) }),
    another: () => ({ more: pick([[], [pick(chosen)], chosen]) }),
    permission: () => pick<FieldValues>([{ permission: 'yes' }, { permission: 'no' }, { permission: 'pick', waves: ['W2'] }]),
    missing: () => ({ text: pick(['', 'The phone menu']) }),
  };
  return answers[kind]?.() ?? {};
}
