import { EMPTY_SURVEY, type SurveyDraft } from '../../domain/survey/survey-steps.js';
import type { Dependencies } from '../dependencies.js';
import { type FoundSurvey, findSurvey, type SurveyOfPerson, surveyForm } from './find-survey.js';

export type OpenedSurvey = FoundSurvey & { draft: SurveyDraft };

/** Opens a person's survey with what they filled in so far. It writes nothing: a launch is what makes a follow-up asked (decisions.md 8). */
export function createOpenSurvey(deps: Pick<Dependencies, 'data' | 'clocks'>) {
  return async (input: SurveyOfPerson): Promise<OpenedSurvey> => {
    const { read } = deps.data;
    const found = await findSurvey(read, input, deps.clocks.calendar.now());
    const draft = await read.intentions.findDraft(input.personId, surveyForm(input.followUpId));
    return { ...found, draft: (draft?.stepValues as SurveyDraft | undefined) ?? EMPTY_SURVEY };
  };
}
