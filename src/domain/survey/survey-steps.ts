import { statusItemOf } from '../follow-up/asked-commitments.js';
import type { Instrument } from '../follow-up/wave.js';
import { type FieldValues, listIn } from '../intention/draft.js';
import { nextItemOf, REPLANNING } from './check-answers.js';
import { INSTRUMENTS, type Item, itemOf } from './instruments.js';
import { type CodesAt, dependedOn, isAskedAt, type Place, placesOf, type SurveyScope } from './survey-scope.js';

export type SurveyStepKind = 'status' | 'practice' | 'indicator' | 'helped' | 'hindered' | 'course' | 'story' | 'next' | 'plan' | 'send';

/** One screen of a survey: about one topic. `id` stands in its address, `draftKey` in the draft. */
export interface SurveyStep extends Place {
  id: string;
  kind: SurveyStepKind;
  draftKey: string;
  items: readonly Item[];
}

/** What a person filled in so far (decisions.md 12). */
export interface SurveyDraft {
  at: string;
  steps: Record<string, FieldValues>;
}
export const EMPTY_SURVEY: SurveyDraft = { at: '', steps: {} };

type Screen = [kind: SurveyStepKind, items: readonly string[]];
type Part = { per: Item['per']; screens: readonly Screen[] };

/** The screens of each instrument, in order; those per commitment or indicator are repeated for each. */
const LAYOUT: Record<Instrument, readonly Part[]> = {
  CHK: [
    {
      per: 'commitment',
      screens: [
        ['status', ['CHK01', 'CHK02']],
        ['next', ['CHK03', 'CHK04']],
        ['plan', []],
      ],
    },
    { per: 'person', screens: [['send', []]] },
  ],
  FUP: [
    {
      per: 'commitment',
      screens: [
        ['status', ['FUP01', 'FUP02']],
        ['practice', ['FUP03', 'FUP04']],
      ],
    },
    { per: 'indicator', screens: [['indicator', ['FUP05', 'FUP05E']]] },
    {
      per: 'person',
      screens: [
        ['helped', ['FUP06']],
        ['hindered', ['FUP07']],
        ['course', ['FUP08', 'FUP09']],
        ['story', ['FUP10']],
      ],
    },
    {
      per: 'commitment',
      screens: [
        ['next', ['FUP11']],
        ['plan', []],
      ],
    },
    { per: 'person', screens: [['send', ['FUP12']]] },
  ],
  SUS: [
    {
      per: 'commitment',
      screens: [
        ['status', ['FUP02']],
        ['practice', ['FUP03', 'FUP04']],
      ],
    },
    { per: 'indicator', screens: [['indicator', ['FUP05', 'FUP05E']]] },
    {
      per: 'person',
      screens: [
        ['helped', ['FUP06']],
        ['hindered', ['FUP07']],
      ],
    },
    {
      per: 'commitment',
      screens: [
        ['next', ['FUP11']],
        ['plan', []],
      ],
    },
    { per: 'person', screens: [['send', []]] },
  ],
};

/**
 * The screens a person gets, given what is filled in so far: questions whose condition fails are left out, and with them screens without a
 * question. What is not answered yet is expected to lead the longer way, so that "step 3 of 9" does not grow.
 */
export function surveySteps(scope: SurveyScope, draft: SurveyDraft): SurveyStep[] {
  return LAYOUT[scope.instrument].flatMap((part) =>
    placesOfPart(part, scope).flatMap((place, index) =>
      part.screens.flatMap(([kind, codes]): SurveyStep[] => {
        const items = codes.map((code) => itemOf(INSTRUMENTS[scope.instrument], code)).filter((item) => isShown(item, place, scope, draft));
        if (!(items.length > 0 || kind === 'send' || (kind === 'plan' && isReplanning(place, scope, draft)))) return [];
        const id = part.per === 'person' ? kind : `${kind}-${index + 1}`;
        return [{ id, kind, draftKey: draftKeyOf(kind, place), items, ...place }];
      }),
    ),
  );
}

function placesOfPart({ per }: Part, scope: SurveyScope): Place[] {
  return placesOf({ per } as Item, scope);
}

/** The screen of an item at a place, in the draft. */
function draftKeyOf(kind: SurveyStepKind, { commitmentId, indicator }: Place): string {
  return commitmentId === null && indicator === null ? kind : `${kind}:${commitmentId ?? indicator}`;
}

/** Reads the codes chosen so far from the draft, wherever the screen of an item is. */
export function codesInDraft(scope: SurveyScope, draft: SurveyDraft): CodesAt {
  const kinds = new Map(
    LAYOUT[scope.instrument].flatMap(({ screens }) => screens.flatMap(([kind, items]) => items.map((item) => [item, kind]))),
  );
  return (item, place) => {
    const kind = kinds.get(item) as SurveyStepKind | undefined;
    return kind ? listIn(draft, draftKeyOf(kind, place), item) : [];
  };
}

function isShown(item: Item, place: Place, scope: SurveyScope, draft: SurveyDraft): boolean {
  const codesAt = codesInDraft(scope, draft);
  // What no longer applies has no plan to decide about.
  if (item.code === nextItemOf(scope.instrument)) return !codesAt(statusItemOf(scope.instrument), place).includes('ST_NA');
  if (isAskedAt(item, place, scope, codesAt)) return true;
  const { showIf } = item;
  return showIf !== null && dependedOn(showIf.item, place, scope).some((other) => codesAt(showIf.item, other).length === 0);
}

function isReplanning(place: Place, scope: SurveyScope, draft: SurveyDraft): boolean {
  const codesAt = codesInDraft(scope, draft);
  if (codesAt(statusItemOf(scope.instrument), place).includes('ST_NA')) return false;
  return codesAt(nextItemOf(scope.instrument), place).some((code) => REPLANNING.includes(code));
}
