import type { Instrument } from '../follow-up/wave.js';
import { INSTRUMENTS, type Item, isAsked } from './instruments.js';

/** What a follow-up asks about: the commitments that are asked, in order, and the indicators they are linked to, each once. */
export interface SurveyScope {
  instrument: Instrument;
  commitmentIds: readonly number[];
  indicators: readonly string[];
}

/** What one question is about: a commitment, an indicator, or neither. */
export interface Place {
  commitmentId: number | null;
  indicator: string | null;
}

/** Every place at which an item is asked. */
export function placesOf(item: Item, scope: SurveyScope): Place[] {
  if (item.per === 'commitment') return scope.commitmentIds.map((commitmentId) => ({ commitmentId, indicator: null }));
  if (item.per === 'indicator') return scope.indicators.map((indicator) => ({ commitmentId: null, indicator }));
  return [{ commitmentId: null, indicator: null }];
}

/** Gives the codes chosen for an item at a place. */
export type CodesAt = (item: string, place: Place) => readonly string[];

/**
 * Whether an item is asked at a place, given the other answers (domain.md §2.7). What depends on an item of each commitment, but is
 * asked once, is asked when it holds for any of them.
 */
export function isAskedAt(item: Item, place: Place, scope: SurveyScope, codesAt: CodesAt): boolean {
  return isAsked(item, (code) => dependedOn(code, place, scope).flatMap((other) => codesAt(code, other)));
}

/** The places whose answer to an item decides about a question at `place`. */
export function dependedOn(code: string, place: Place, scope: SurveyScope): Place[] {
  const item = INSTRUMENTS[scope.instrument].items.find((candidate) => candidate.code === code);
  if (!item) return [];
  const places = placesOf(item, scope);
  const same = places.filter(({ commitmentId, indicator }) => commitmentId === place.commitmentId && indicator === place.indicator);
  return same.length > 0 ? same : places;
}
