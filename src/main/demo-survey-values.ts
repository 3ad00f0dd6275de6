import type { SeedAnswers, SeedSurvey } from '../demo/seed/answers.js';
import { codesIn, type GivenAnswer, type SurveyValues } from '../domain/survey/check-answers.js';
import { INSTRUMENTS } from '../domain/survey/instruments.js';
import { isAskedAt, type Place, placesOf } from '../domain/survey/survey-scope.js';

/** What a learner of the past answers, as the survey takes it: of everything they have to say only what they are asked. */
export function surveyValuesOf({ instrument, commitments, indicatorIds }: SeedSurvey, answers: SeedAnswers): SurveyValues {
  const scope = { instrument, commitmentIds: commitments.map(({ id }) => id), indicators: indicatorIds };
  const given: GivenAnswer[] = [];
  for (const item of INSTRUMENTS[instrument].items) {
    for (const place of placesOf(item, scope)) {
      const codes = codesFor(item.code, place, answers).slice(0, item.maxChoices ?? 1);
      const isAsked = codes.length > 0 && isAskedAt(item, place, scope, codesIn({ answers: given }));
      if (isAsked) given.push({ ...place, item: item.code, codes, text: null });
    }
  }
  return { answers: given, plans: [] };
}

function codesFor(item: string, { commitmentId, indicator }: Place, answers: SeedAnswers): readonly string[] {
  const about = answers.commitments.find((one) => one.commitmentId === commitmentId);
  const seen = answers.indicators.find(({ id }) => id === indicator);
  const byItem: Record<string, readonly (string | undefined)[]> = {
    CHK01: [about?.opportunity],
    CHK02: [about?.status],
    CHK03: [about?.obstacle],
    CHK04: [about?.next],
    FUP01: [about?.opportunity],
    FUP02: [about?.status],
    FUP03: [about?.frequency],
    FUP04: [about?.result],
    FUP05: [seen?.change],
    FUP05E: [seen?.evidence],
    FUP06: answers.helped,
    FUP07: answers.hindered,
    FUP08: [answers.contribution],
    FUP09: answers.otherCauses,
    FUP11: [about?.next],
  };
  return (byItem[item] ?? []).filter((code) => code !== undefined);
}
