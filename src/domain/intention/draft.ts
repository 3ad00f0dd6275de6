import type { MapElement } from '../impact-map/impact-map.js';
import { COMMIT, type Commit } from '../survey/codes.js';

/** The values of one step, as typed. */
export type FieldValues = Record<string, string | string[]>;

/** What a person filled in so far (decisions.md 12): where they are, and the values of each step by the step's key. */
export interface IntentionDraft {
  at: string;
  steps: Record<string, FieldValues>;
  /** Came from the summary to change one thing: goes back there when nothing else follows from the change. */
  isReviewing?: boolean;
}

/** A draft of somebody who has just begun. */
export const EMPTY_DRAFT: IntentionDraft = { at: 'welcome', steps: {} };

/** The key of the behaviour in the person's own words, among the stable ids of the map. */
export const OWN = '(own)';

/** One text of a step; empty when it was not given. */
export function textIn(draft: IntentionDraft, step: string, field: string): string {
  const value = draft.steps[step]?.[field];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** Every value of one field of a step. */
export function listIn(draft: IntentionDraft, step: string, field: string): string[] {
  const value = draft.steps[step]?.[field];
  return value === undefined || value === '' ? [] : [value].flat();
}

/** The chosen behaviours, the most important one first, the others in the order of the cards. What left the map is left out. */
export function chosenIn(draft: IntentionDraft, behaviours: readonly Pick<MapElement, 'stableId'>[]): string[] {
  const ticked = listIn(draft, 'choose', 'behaviours');
  const chosen = [...behaviours.map(({ stableId }) => stableId), OWN].filter((key) => ticked.includes(key));
  const first = textIn(draft, 'first', 'first');
  return chosen.includes(first) ? [first, ...chosen.filter((key) => key !== first)] : chosen;
}

/** What the person plans for a behaviour (INT04), or null when not told yet. */
export function levelIn(draft: IntentionDraft, key: string): Commit | null {
  return COMMIT.find((code) => code === textIn(draft, `about:${key}`, 'level')) ?? null;
}
