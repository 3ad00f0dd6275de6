import { expect } from 'chai';
import type { NewPlan } from '../../../src/domain/survey/check-answers.js';
import { effectsOf } from '../../../src/domain/survey/survey-effects.js';

describe('what answers change in a behaviour', () => {
  const plan: NewPlan = { commitmentId: 1, when: '', then: 'listen' };
  const cases: [status: string, next: string | null, plans: NewPlan[], state: string | null, hasPlan: boolean][] = [
    ['ST_REGULAR', null, [], null, false],
    ['ST_REGULAR', 'NX_KEEP', [], null, false],
    ['ST_REGULAR', 'NX_HABIT', [], 'habit', false],
    ['ST_STOPPED', 'NX_LET_GO', [], 'let_go', false],
    ['ST_DROPPED', null, [], 'let_go', false],
    ['ST_DROPPED', 'NX_KEEP', [], null, false],
    ['ST_DROPPED', 'NX_NEW_PLAN', [plan], null, true],
    ['ST_SOMETIMES', 'NX_ADJUST', [plan], null, true],
    ['ST_SOMETIMES', 'NX_ADJUST', [], null, false],
    ['ST_NA', 'NX_KEEP', [], 'na', false],
  ];
  for (const [status, next, plans, state, hasPlan] of cases) {
    it(`${status} with ${next ?? 'nothing further'}${plans.length ? ' and a new plan' : ''}: ${state ?? (hasPlan ? 'a new plan' : 'nothing')}`, () => {
      const at = { commitmentId: 1, indicator: null, text: null };
      const answers = [{ ...at, item: 'FUP02', codes: [status] }, ...(next ? [{ ...at, item: 'FUP11', codes: [next] }] : [])];
      const effects = effectsOf({ instrument: 'FUP', commitmentIds: [1], indicators: [] }, { answers, plans });
      expect(effects).to.deep.equal(state || hasPlan ? [{ commitmentId: 1, state, plan: hasPlan ? plan : null }] : []);
    });
  }
});
