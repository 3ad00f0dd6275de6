import type { Dependencies } from '../dependencies.js';
import { createAnswerFollowUp } from './answer-follow-up.js';
import { createOpenSurvey } from './open-survey.js';
import { createSaveSurveyStep } from './save-survey-step.js';

/** What a person can do with the surveys that follow an intention. */
export function createSurveyUseCases(deps: Pick<Dependencies, 'data' | 'clocks'>) {
  return {
    openSurvey: createOpenSurvey(deps),
    saveStep: createSaveSurveyStep(deps),
    answerFollowUp: createAnswerFollowUp(deps),
  };
}
export type SurveyUseCases = ReturnType<typeof createSurveyUseCases>;
