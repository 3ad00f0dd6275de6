import { expect } from 'chai';
import fc from 'fast-check';
import { advanceSurvey, openSurveyStep, surveyStepNow } from '../../../src/domain/survey/advance-survey.js';
import { checkAnswers } from '../../../src/domain/survey/check-answers.js';
import { SCALES } from '../../../src/domain/survey/instruments.js';
import type { SurveyScope } from '../../../src/domain/survey/survey-scope.js';
import { EMPTY_SURVEY, type SurveyDraft, surveySteps } from '../../../src/domain/survey/survey-steps.js';
import { surveyStepFaults, valuesOfSurvey } from '../../../src/domain/survey/values-of-survey.js';

const scopeOf = (instrument: SurveyScope['instrument'], commitmentIds = [5], indicators: string[] = []): SurveyScope => ({
  instrument,
  commitmentIds,
  indicators,
});
const idsOf = (scope: SurveyScope, steps: SurveyDraft['steps']): string[] => surveySteps(scope, { at: '', steps }).map(({ id }) => id);

describe('the screens of a survey', () => {
  it('take the longer way into account while nothing is answered', () => {
    expect(idsOf(scopeOf('CHK', [5, 6]), {})).to.deep.equal(['status-1', 'next-1', 'status-2', 'next-2', 'send']);
    expect(idsOf(scopeOf('SUS', [5], ['S1']), {})).to.deep.equal([
      'status-1',
      'practice-1',
      'indicator-1',
      'helped',
      'hindered',
      'next-1',
      'send',
    ]);
  });

  it('leave out what does not fit the status', () => {
    expect(idsOf(scopeOf('FUP'), { 'status:5': { FUP02: ['ST_NOT_YET'] } })).to.deep.equal([
      'status-1',
      'helped',
      'hindered',
      'story',
      'next-1',
      'send',
    ]);
    expect(idsOf(scopeOf('FUP'), { 'status:5': { FUP02: ['ST_NA'] } })).to.not.include('next-1');
  });

  it('ask for a new plan where one is wanted, for that behaviour only', () => {
    const steps = { 'status:5': { CHK02: 'ST_REGULAR' }, 'next:6': { CHK04: 'NX_ADJUST' } };
    expect(idsOf(scopeOf('CHK', [5, 6]), steps)).to.deep.equal(['status-1', 'next-1', 'status-2', 'next-2', 'plan-2', 'send']);
  });

  it('keep what belongs to a behaviour with that behaviour', () => {
    const { draft } = advanceSurvey(scopeOf('CHK', [5, 6]), EMPTY_SURVEY, 'status-1', { CHK02: ['ST_REGULAR'] }, 'next');
    expect(valuesOfSurvey(scopeOf('CHK', [6]), draft).answers).to.deep.equal([]);
  });

  it('do not send answers that a later answer made beside the point', () => {
    const steps = {
      'status:5': { FUP02: 'ST_NOT_YET' },
      'practice:5': { FUP03: 'FQ4' },
      'indicator:S1': { FUP05: 'IN_X', FUP05E: 'EV_TOLD' },
    };
    const values = valuesOfSurvey(scopeOf('FUP', [5], ['S1']), { at: '', steps });
    expect(values.answers.map(({ item }) => item)).to.deep.equal(['FUP02', 'FUP05']);
  });

  it('show no screen before the ones it needs', () => {
    const scope = scopeOf('CHK');
    expect(openSurveyStep(scope, EMPTY_SURVEY, 'send')).to.equal(null);
    expect(openSurveyStep(scope, EMPTY_SURVEY, 'nothing')).to.equal(null);
    expect(surveyStepNow(scope, { at: 'send', steps: {} }).id).to.equal('status-1');
  });

  it('always lead, by answering what is asked, to values that pass the check', () => {
    const scopes = fc.record({
      instrument: fc.constantFrom('CHK' as const, 'FUP' as const, 'SUS' as const),
      commitmentIds: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
      indicators: fc.uniqueArray(fc.constantFrom('S1', 'S2'), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(scopes, fc.infiniteStream(fc.nat()), (given, numbers) => {
        const scope = given.instrument === 'CHK' ? { ...given, indicators: [] } : given;
        const pick = (): number => Number(numbers.next().value);
        let draft = EMPTY_SURVEY;
        for (let turn = 0; turn < 60; turn += 1) {
          const step = surveyStepNow(scope, draft);
          const values = Object.fromEntries(
            step.items.map(({ code, scale }) => [code, scale ? [SCALES[scale][pick() % SCALES[scale].length] ?? ''] : 'words']),
          );
          if (step.kind === 'plan' && pick() % 2) Object.assign(values, { when: '', then: 'listen' });
          const moved = advanceSurvey(scope, draft, step.id, values, 'next');
          expect(moved.faults).to.deep.equal([]);
          draft = moved.draft;
          if (moved.isDone) break;
          expect(turn, 'comes to an end').to.be.lessThan(59);
        }
        expect(surveySteps(scope, draft).flatMap((step) => surveyStepFaults(step, draft))).to.deep.equal([]);
        expect(checkAnswers(scope, valuesOfSurvey(scope, draft))).to.deep.equal([]);
      }),
    );
  });
});
