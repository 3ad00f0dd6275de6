import { chosenIn, OWN } from '../../../domain/intention/draft.js';
import { type Step, stepsOf } from '../../../domain/intention/steps.js';
import { inLanguage } from '../../../shared/language.js';
import type { Block } from '../fields.js';
import { permissionBlocks } from './permission-blocks.js';
import { aboutBlock, anotherBlocks, hurdleBlocks, occasionBlocks, planBlocks, sayBlocks } from './plan-blocks.js';
import { behavioursIn, behaviourWords, type StepContext } from './step-context.js';
import { choice, scaleOptions, text } from './step-fields.js';
import { summaryBlocks } from './summary-blocks.js';
import { welcomeBlocks } from './welcome-blocks.js';

/** What one screen of the intention asks. */
export function stepBlocks(context: StepContext, step: Step): Block[] {
  switch (step.kind) {
    case 'welcome':
      return welcomeBlocks(context);
    case 'choose':
      return chooseBlocks(context);
    case 'own':
      return ownBlocks(context);
    case 'first':
      return firstBlocks(context);
    case 'about':
      return aboutBlocks(context, step);
    case 'plan':
      return planBlocks(context, step);
    case 'say':
      return sayBlocks(context, step);
    case 'occasion':
      return occasionBlocks(context, step);
    case 'hurdle':
      return hurdleBlocks(context, step);
    case 'another':
      return anotherBlocks(context, othersToPlan(context));
    case 'permission':
      return permissionBlocks(context);
    case 'missing': {
      const { t } = context;
      return [text(context, 'missing', { name: 'text', label: t('survey.item.INT11'), hint: t('intention.missing.hint'), rows: 4 })];
    }
    case 'summary':
      return summaryBlocks(context);
  }
}

function chooseBlocks(context: StepContext): Block[] {
  const { t, language } = context;
  const cards = behavioursIn(context).map(({ stableId, text: words }) => ({ value: stableId, text: inLanguage(words, language) }));
  const own = { value: OWN, text: t('intention.choose.own'), note: t('intention.choose.ownNote') };
  const field = { kind: 'checkbox', name: 'behaviours', legend: t('survey.item.INT01'), isRequired: true } as const;
  return [choice(context, 'choose', field, [...cards, own])];
}

function ownBlocks(context: StepContext): Block[] {
  const { t, language } = context;
  const cards = behavioursIn(context).map(({ stableId, text: words }) => ({ value: stableId, text: inLanguage(words, language) }));
  return [
    text(context, 'own', { name: 'text', label: t('survey.item.INT02'), hint: t('intention.own.hint'), rows: 2, isRequired: true }),
    choice(context, 'own', { kind: 'radio', name: 'closest', legend: t('intention.own.closest') }, [
      ...cards,
      { value: '', text: t('intention.own.none') },
    ]),
  ];
}

function firstBlocks(context: StepContext): Block[] {
  const chosen = chosenIn({ ...context.draft, steps: { ...context.draft.steps, first: {} } }, behavioursIn(context));
  const field = { kind: 'radio', name: 'first', legend: context.t('intention.first.legend'), isRequired: true } as const;
  return [
    choice(
      context,
      'first',
      field,
      chosen.map((key) => ({ value: key, text: behaviourWords(context, key) })),
    ),
  ];
}

function aboutBlocks(context: StepContext, { draftKey, key }: Step): Block[] {
  const { t } = context;
  const before = { kind: 'radio', name: 'before', legend: t('survey.item.INT03'), isRequired: true } as const;
  const level = { kind: 'radio', name: 'level', legend: t('survey.item.INT04'), isRequired: true } as const;
  return [
    aboutBlock(context, key ?? ''),
    choice(context, draftKey, before, scaleOptions(context, 'FREQ')),
    choice(context, draftKey, level, scaleOptions(context, 'COMMIT')),
  ];
}

/** The chosen behaviours with CM1–CM3 besides the first: those that the steps would plan if all of them were wished. */
function othersToPlan(context: StepContext): string[] {
  const behaviours = behavioursIn(context);
  const wished = { ...context.draft, steps: { ...context.draft.steps, another: { more: chosenIn(context.draft, behaviours) } } };
  return stepsOf(wished, behaviours)
    .flatMap(({ kind, key }) => (kind === 'plan' && key ? [key] : []))
    .slice(1);
}
