import { listIn, textIn } from '../../../domain/intention/draft.js';
import { oneLine, startsWithLearning } from '../../../domain/intention/plan-sentence.js';
import type { Step } from '../../../domain/intention/steps.js';
import type { Block } from '../fields.js';
import { planWords } from './plan-words.js';
import { behaviourWords, type StepContext } from './step-context.js';
import { barrierOptions, choice, scaleOptions, text } from './step-fields.js';

/** How many cues are offered; their words stand under `intention.plan.cue`. */
export const CUES = 4;

/** The behaviour a screen is about, on top of it. */
export function aboutBlock(context: StepContext, key: string): Block {
  return { kind: 'about', label: context.t('intention.about'), text: behaviourWords(context, key) };
}

/** The if-then plan (INT05): two short texts, and beginnings of a situation to pick from. */
export function planBlocks(context: StepContext, { draftKey, key }: Step): Block[] {
  const { t } = context;
  const cues = Array.from({ length: CUES }, (_, index) => ({ value: `cue-${index}`, text: t(`intention.plan.cue.${index}`) }));
  return [
    aboutBlock(context, key ?? ''),
    text(context, draftKey, { name: 'when', label: t('intention.plan.when'), hint: t('intention.plan.whenHint'), rows: 2 }),
    { kind: 'chips', label: t('intention.plan.cues'), chips: cues },
    text(context, draftKey, {
      name: 'then',
      label: t('intention.plan.then'),
      hint: t('intention.plan.thenHint'),
      rows: 2,
      isRequired: true,
    }),
  ];
}

/** The plan, large, to be said once in one's head; friendly hints stop nobody (domain.md §2.7). */
export function sayBlocks(context: StepContext, { key }: Step): Block[] {
  const { t, language, draft } = context;
  const plan = { when: oneLine(textIn(draft, `plan:${key}`, 'when')), then: oneLine(textIn(draft, `plan:${key}`, 'then')) };
  const hints: string[] = [];
  if (plan.when === '') hints.push(t('intention.say.noWhen'));
  if (startsWithLearning(plan.then, language)) hints.push(t('intention.say.learning'));
  return [
    { kind: 'plan', text: planWords(t, plan, language), caption: null },
    ...hints.map((hint): Block => ({ kind: 'hint', text: hint })),
  ];
}

/** The first occasion and how well it can be done now (INT06, INT07). */
export function occasionBlocks(context: StepContext, { draftKey, key }: Step): Block[] {
  const { t } = context;
  return [
    aboutBlock(context, key ?? ''),
    choice(context, draftKey, { kind: 'radio', name: 'first', legend: t('survey.item.INT06') }, scaleOptions(context, 'FIRST')),
    choice(context, draftKey, { kind: 'radio', name: 'confidence', legend: t('survey.item.INT07') }, scaleOptions(context, 'CONFID')),
  ];
}

/** What could get in the way, and what then (INT08). */
export function hurdleBlocks(context: StepContext, { draftKey }: Step): Block[] {
  const { t } = context;
  const obstacles = {
    kind: 'checkbox',
    name: 'obstacles',
    legend: t('survey.item.INT08'),
    hint: t('intention.hurdle.hint'),
  } as const;
  const coping = { name: 'coping', label: t('survey.item.INT08T'), hint: t('intention.hurdle.copingHint'), rows: 2 };
  return [choice(context, draftKey, obstacles, barrierOptions(context)), text(context, draftKey, coping)];
}

/** Whether to plan another of the chosen behaviours, which nobody has to. */
export function anotherBlocks(context: StepContext, keys: readonly string[]): Block[] {
  const { t, draft } = context;
  const known = new Set(listIn(draft, 'choose', 'behaviours'));
  const options = keys.filter((key) => known.has(key)).map((key) => ({ value: key, text: behaviourWords(context, key) }));
  return [choice(context, 'another', { kind: 'checkbox', name: 'more', legend: t('intention.another.legend') }, options)];
}
