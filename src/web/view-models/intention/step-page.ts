import type { StepFault } from '../../../domain/intention/step-faults.js';
import { type Step, stepsOf } from '../../../domain/intention/steps.js';
import { fieldId, type StepFrame, type StepPage } from '../fields.js';
import { faultText } from './fault-text.js';
import { stepBlocks } from './step-blocks.js';
import { behavioursIn, type StepContext } from './step-context.js';
import { barrierOptions, choice, text } from './step-fields.js';

/** One screen of the intention, ready to print. */
export function stepPage(context: StepContext, step: Step): StepPage {
  const { t } = context;
  const steps = stepsOf(context.draft, behavioursIn(context)).filter(({ kind }) => kind !== 'welcome');
  const now = steps.findIndex(({ id }) => id === step.id) + 1;
  const words = wordsOf(context, step);
  const title = now > 0 ? `${words.heading} (${t('intention.progress', { now, total: steps.length })})` : t('intention.title');
  return {
    title,
    blocks: stepBlocks(context, step),
    frame: {
      ...frameOf(context, step.id, step.draftKey),
      ...words,
      progress: now > 0 ? { now, total: steps.length, text: t('intention.progress', { now, total: steps.length }) } : null,
      back: step.kind === 'welcome' ? null : t('common.back'),
      leave: t('intention.leave'),
    },
  };
}

/** The honest exit (INT99): a screen beside the others that can be sent at once. */
export function exitPage(context: StepContext): StepPage {
  const { t } = context;
  const reasons = { kind: 'checkbox', name: 'reasons', legend: t('survey.item.INT99'), hint: t('intention.exit.hint') } as const;
  const remark = { name: 'text', label: t('intention.exit.text'), hint: t('intention.exit.textHint'), rows: 4 };
  return {
    title: t('intention.exit.heading'),
    blocks: [choice(context, 'exit', reasons, barrierOptions(context)), text(context, 'exit', remark)],
    frame: {
      ...frameOf(context, 'exit', 'exit'),
      heading: t('intention.exit.heading'),
      lead: t('intention.exit.lead'),
      progress: null,
      next: t('intention.exit.send'),
      back: t('intention.exit.back'),
      leave: null,
    },
  };
}

/** The screen again, when all texts together are too long to keep: with what was typed, and the reason on top. */
export function tooLargePage(page: StepPage, context: StepContext): StepPage {
  const first = page.blocks.find(({ kind }) => kind === 'text');
  const href = `#${first?.kind === 'text' ? fieldId(first.name) : 'content'}`;
  const items = [{ href, text: context.t('intention.tooLarge') }];
  return { ...page, frame: { ...page.frame, errors: { title: context.t('intention.errors'), items } } };
}

function frameOf(
  context: StepContext,
  stepId: string,
  draftKey: string,
): Pick<StepFrame, 'action' | 'banner' | 'errors' | 'hidden' | 'footnote'> {
  const { t, base, isPreview, draft, faults } = context;
  return {
    action: `${base}/${stepId}`,
    banner: isPreview ? t('intention.preview.banner') : null,
    errors: errorsOf(context, draftKey, faults),
    hidden: isPreview ? [{ name: 'carried', value: JSON.stringify(draft) }] : [],
    footnote: isPreview ? null : t('intention.saved'),
  };
}

function errorsOf(context: StepContext, draftKey: string, faults: readonly StepFault[]): StepFrame['errors'] {
  if (faults.length === 0) return null;
  const items = faults.map((fault) => ({ href: `#${fieldId(fault.field)}`, text: faultText(context, draftKey, fault) }));
  return { title: context.t('intention.errors'), items };
}

function wordsOf({ t, draft, map }: StepContext, { kind, id }: Step): Pick<StepFrame, 'heading' | 'lead' | 'next'> {
  const next = t('common.next');
  switch (kind) {
    case 'welcome': {
      const isResuming = Object.keys(draft.steps).some((step) => step !== 'welcome');
      const start = t(isResuming ? 'intention.welcome.resume' : 'intention.welcome.start');
      return { heading: t('survey.item.INT00'), lead: t('intention.welcome.lead'), next: start };
    }
    case 'choose':
      return { heading: t('survey.item.INT00'), lead: null, next };
    case 'own':
      return { heading: t('intention.choose.own'), lead: null, next };
    case 'about': {
      const all = stepsOf(draft, behavioursIn({ map })).filter((step) => step.kind === 'about');
      const place = all.findIndex((step) => step.id === id) + 1;
      const lead = all.length > 1 ? t('intention.aboutStep.of', { now: place, total: all.length }) : null;
      return { heading: t('intention.aboutStep.heading'), lead, next };
    }
    case 'say':
      return { heading: t('intention.say.heading'), lead: t('intention.say.lead'), next: t('intention.say.next') };
    case 'occasion':
    case 'hurdle':
      return { heading: t(`intention.${kind}.heading`), lead: null, next };
    case 'summary':
      return { heading: t('intention.summary.heading'), lead: t('intention.summary.lead'), next: t('intention.summary.send') };
    default:
      return { heading: t(`intention.${kind}.heading`), lead: t(`intention.${kind}.lead`), next };
  }
}
