import { textIn } from '../../../domain/intention/draft.js';
import { type SurveyStep, surveySteps } from '../../../domain/survey/survey-steps.js';
import { formatDay } from '../../../shared/dates.js';
import { inLanguage } from '../../../shared/language.js';
import { type Block, fieldId, type StepPage, type TextField } from '../fields.js';
import { minutesOf } from '../plan/follow-up-line.js';
import { ownPlanWords } from '../plan/own-plan-words.js';
import { commitmentOf, type SurveyContext, surveyError } from './survey-context.js';
import { surveyField } from './survey-fields.js';

/** A screen of a survey; `stopAction` is where "Stop asking" posts to, as every message promises (decisions.md 13). */
export interface SurveyStepPage extends StepPage {
  stopAction: string;
}

/** One screen of a survey, ready to print. */
export function surveyPage(context: SurveyContext, step: SurveyStep): SurveyStepPage {
  const { t, survey, draft, base } = context;
  const steps = surveySteps(survey.scope, draft);
  const now = steps.findIndex(({ id }) => id === step.id) + 1;
  const progress = t('followup.progress', { now, total: steps.length });
  const heading = t(`followup.heading.${step.kind}`);
  return {
    title: `${heading} (${progress})`,
    blocks: blocksOf(context, step),
    stopAction: `/courses/${survey.followUp.courseId}/plan/stop`,
    frame: {
      action: `${base}/${step.id}`,
      heading,
      lead: now === 1 ? leadOf(context) : null,
      progress: { now, total: steps.length, text: progress },
      banner: lateBanner(context),
      errors: errorsOf(context, step),
      hidden: [],
      next: step.kind === 'send' ? t('followup.send') : t('common.next'),
      back: now > 1 ? t('common.back') : null,
      leave: t('followup.leave'),
      footnote: t('followup.saved'),
    },
  };
}

/** The screen again, when all texts together are too long to keep: with what was typed, and the reason on top. */
export function tooLargeSurveyPage(page: SurveyStepPage, { t }: SurveyContext): SurveyStepPage {
  const first = page.blocks.find(({ kind }) => kind === 'text');
  const href = `#${first?.kind === 'text' ? fieldId(first.name) : 'content'}`;
  return { ...page, frame: { ...page.frame, errors: { title: t('followup.errors'), items: [{ href, text: t('followup.tooLarge') }] } } };
}

function leadOf({ t, survey }: SurveyContext): string {
  const minutes = minutesOf(survey.followUp.wave);
  return minutes === 1 ? t('followup.leadShort') : t('followup.lead', { minutes });
}

function lateBanner({ t, language, survey, isLate }: SurveyContext): string | null {
  const { closesAt } = survey.followUp;
  return isLate && closesAt ? t('followup.late', { day: formatDay(closesAt, survey.zone, language) }) : null;
}

function errorsOf(context: SurveyContext, step: SurveyStep): StepPage['frame']['errors'] {
  if (context.faults.length === 0) return null;
  const items = context.faults.map(({ field }) => ({ href: `#${fieldId(field)}`, text: surveyError(context, step, field) ?? '' }));
  return { title: context.t('followup.errors'), items };
}

function blocksOf(context: SurveyContext, step: SurveyStep): Block[] {
  const fields = step.items.map((item) => surveyField(context, step, item));
  const note: Block[] = step.kind === 'send' ? [{ kind: 'note', text: context.t('followup.sendNote'), calm: false }] : [];
  return [...aboutBlocks(context, step), ...fields, ...planFields(context, step), ...note];
}

/** What the screen is about: the behaviour, and the person's own plan, large where it is not quoted in the question itself. */
function aboutBlocks(context: SurveyContext, step: SurveyStep): Block[] {
  const { t, language, survey } = context;
  const found = commitmentOf(context, step);
  if (!found) return [];
  const { commitment, rank } = found;
  const total = survey.asked.length;
  const label = total > 1 ? t('followup.aboutOf', { now: rank + 1, total }) : t('followup.about');
  const about: Block = { kind: 'about', label, text: inLanguage(commitment.behaviour, language) };
  const [plan] = commitment.plans;
  const isQuoted = step.items.some(({ code }) => code === 'CHK01');
  if (!plan || isQuoted) return isQuoted && !plan ? [] : [about];
  const text = ownPlanWords(plan, survey.intention.language);
  return step.kind === 'status' ? [about, { kind: 'plan', text, caption: null }] : [{ kind: 'about', label: t('followup.yourPlan'), text }];
}

function planFields(context: SurveyContext, step: SurveyStep): Block[] {
  if (step.kind !== 'plan') return [];
  const { t, draft } = context;
  const field = (name: 'when' | 'then'): TextField => ({
    kind: 'text',
    name,
    label: t(`plan.edit.${name}`),
    hint: t(`plan.edit.${name}Hint`),
    error: surveyError(context, step, name),
    isRequired: false,
    value: textIn(draft, step.draftKey, name),
    rows: 2,
  });
  return [field('when'), field('then'), { kind: 'note', text: t('followup.hint.planLater'), calm: true }];
}
