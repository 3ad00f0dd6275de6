import { textIn } from '../../../domain/intention/draft.js';
import { APPLYING } from '../../../domain/survey/codes.js';
import { type Item, SCALES } from '../../../domain/survey/instruments.js';
import { shuffleFactors } from '../../../domain/survey/shuffle-factors.js';
import { codesInDraft, type SurveyStep } from '../../../domain/survey/survey-steps.js';
import { inLanguage } from '../../../shared/language.js';
import type { ChoiceField, TextField } from '../fields.js';
import { ownPlanWords } from '../plan/own-plan-words.js';
import { chosenIn, commitmentOf, type SurveyContext, surveyError } from './survey-context.js';

/** The field of a question, with what is filled in and what is wrong. */
export function surveyField(context: SurveyContext, step: SurveyStep, item: Item): ChoiceField | TextField {
  return item.type === 'text' ? textField(context, step, item) : choiceField(context, step, item);
}

function textField(context: SurveyContext, step: SurveyStep, item: Item): TextField {
  const { t, draft } = context;
  return {
    kind: 'text',
    name: item.code,
    label: t(`survey.item.${item.code}`),
    hint: item.code === 'FUP10' ? storyHint(context) : t(`followup.hint.${item.code}`),
    error: surveyError(context, step, item.code),
    isRequired: item.isRequired,
    value: textIn(draft, step.draftKey, item.code),
    rows: item.code === 'FUP10' ? 8 : 4,
  };
}

function choiceField(context: SurveyContext, step: SurveyStep, item: Item): ChoiceField {
  const { t } = context;
  const isFactor = item.scale === 'BARRIER' || item.scale === 'ENABLER';
  const scale = item.scale ?? 'FREQ';
  const codes: readonly string[] = isFactor ? shuffleFactors(SCALES[scale], seedOf(context)) : SCALES[scale];
  const isSingle = item.type === 'choice' || item.maxChoices === 1;
  const chosen = chosenIn(context, step, item.code);
  const wordsIn = item.scale === 'NEXT_STEP_SHORT' ? 'NEXT_STEP' : scale;
  return {
    kind: isSingle ? 'radio' : 'checkbox',
    name: item.code,
    legend: legendOf(context, step, item),
    hint: hintOf(context, item, isSingle),
    error: surveyError(context, step, item.code),
    isRequired: item.isRequired,
    onlyIf: null,
    options: codes.map((code) => ({
      value: code,
      text: t(`survey.${wordsIn}.${code}`),
      note: null,
      isChecked: chosen.includes(code),
    })),
  };
}

/** The order of the factors: another for each person, the same for one person throughout a survey (domain.md §2.9). */
function seedOf({ survey }: SurveyContext): string {
  return `${survey.followUp.personId}:${survey.followUp.id}`;
}

function legendOf(context: SurveyContext, step: SurveyStep, item: Item): string {
  const { t, language, survey } = context;
  const about = commitmentOf(context, step)?.commitment;
  const plan = about?.plans[0];
  if (item.code === 'CHK01' && about && !plan) return t('followup.noPlan', { behaviour: inLanguage(about.behaviour, language) });
  const indicator = survey.indicators.find(({ stableId }) => stableId === step.indicator);
  return t(`survey.item.${item.code}`, {
    plan: plan ? ownPlanWords(plan, survey.intention.language) : '',
    // Inside a question the sentence of the map has no full stop of its own.
    indicator: indicator ? inLanguage(indicator.text, language).replace(/\.$/, '') : '',
  });
}

function hintOf({ t }: SurveyContext, item: Item, isSingle: boolean): string | null {
  if (item.code === 'FUP05E') return t('followup.hint.FUP05E');
  if (item.scale === 'BARRIER' || item.scale === 'ENABLER')
    return isSingle ? t('followup.one') : t('followup.most', { max: item.maxChoices });
  return item.type === 'choices' ? t('followup.several') : null;
}

/** Prompts for a story that went well or not, as the person told it goes (domain.md §2.10). */
function storyHint({ t, survey, draft }: SurveyContext): string {
  const codesAt = codesInDraft(survey.scope, draft);
  const statuses = survey.scope.commitmentIds.flatMap((commitmentId) => codesAt('FUP02', { commitmentId, indicator: null }));
  const isApplying = statuses.some((status) => (APPLYING as readonly string[]).includes(status));
  return t(isApplying ? 'followup.hint.storySuccess' : 'followup.hint.storyOther');
}
