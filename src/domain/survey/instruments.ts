import type { Instrument as FollowUpInstrument } from '../follow-up/wave.js';
import {
  APPLIED,
  BARRIERS,
  COMMIT,
  CONFID,
  CONTRIB,
  ENABLERS,
  EVIDENCE,
  FIRST,
  FREQ,
  INDICATOR_CHANGE,
  NEW_COMMITMENTS,
  NEXT_STEP,
  OPP,
  OTHER_CAUSE,
  RESULT,
  STATUS,
} from './codes.js';

/** The answer codes of each scale; the words stand under `survey.<scale>.<code>` in `src/i18n`. */
export const SCALES = {
  FREQ,
  COMMIT,
  STATUS,
  RESULT,
  CONFID,
  OPP,
  FIRST,
  CONTRIB,
  OTHER_CAUSE,
  INDICATOR_CHANGE,
  EVIDENCE,
  NEXT_STEP,
  /** CHK04 offers the first three next steps only; the words are those of NEXT_STEP. */
  NEXT_STEP_SHORT: NEXT_STEP.slice(0, 3),
  PERMISSION: ['yes', 'pick', 'no'],
  ENABLER: ENABLERS,
  BARRIER: BARRIERS,
} as const satisfies Record<string, readonly string[]>;
export type ScaleName = keyof typeof SCALES;

/** When an item is asked: only if another item of the same behaviour (or of any, for items asked once) got one of these codes. */
export interface ShowIf {
  item: string;
  in: readonly string[];
}

/** note: a text to read; choice: one code; choices: several; text: own words; plan: when and then; behaviours: cards of the map. */
export type ItemType = 'note' | 'choice' | 'choices' | 'text' | 'plan' | 'behaviours';

/** One question of an instrument (domain.md §2.7). `per`: asked once, for each chosen behaviour, or for each of its indicators. */
export interface Item {
  code: string;
  type: ItemType;
  scale: ScaleName | null;
  isRequired: boolean;
  maxChoices: number | null;
  /** Longest text, in characters (decisions.md 31). */
  maxLength: number | null;
  per: 'person' | 'commitment' | 'indicator';
  showIf: ShowIf | null;
}

/** One version of an instrument: once answered with, it never changes; a change is a new version. */
export interface InstrumentVersion {
  code: 'INT' | FollowUpInstrument;
  version: number;
  items: readonly Item[];
}

/** Longest plan part and own behaviour, remark, and story (decisions.md 31). */
export const PLAN_LIMIT = 200;
export const REMARK_LIMIT = 1000;
export const STORY_LIMIT = 3000;

type Options = Partial<Omit<Item, 'code' | 'type'>>;
const item = (code: string, type: ItemType, options: Options = {}): Item => ({
  code,
  type,
  scale: null,
  isRequired: false,
  maxChoices: null,
  maxLength: null,
  per: 'person',
  showIf: null,
  ...options,
});
const forEach: Options = { per: 'commitment' };
const required: Options = { isRequired: true };
const planned: Options = { ...forEach, showIf: { item: 'INT04', in: NEW_COMMITMENTS } };
const applied: Options = { showIf: { item: 'FUP02', in: APPLIED } };

const status = item('FUP02', 'choice', { ...forEach, ...required, scale: 'STATUS' });
const frequency = item('FUP03', 'choice', { ...forEach, ...applied, scale: 'FREQ' });
const result = item('FUP04', 'choice', { ...forEach, ...applied, scale: 'RESULT' });
const indicator = item('FUP05', 'choice', { per: 'indicator', scale: 'INDICATOR_CHANGE' });
const evidence = item('FUP05E', 'choice', {
  per: 'indicator',
  scale: 'EVIDENCE',
  showIf: { item: 'FUP05', in: INDICATOR_CHANGE.filter((code) => code !== 'IN_X') },
});
const helped = (maxChoices: number): Item => item('FUP06', 'choices', { scale: 'ENABLER', maxChoices });
const hindered = (maxChoices: number): Item => item('FUP07', 'choices', { scale: 'BARRIER', maxChoices });
const next = item('FUP11', 'choice', { ...forEach, scale: 'NEXT_STEP' });

/** The intention (INT). INT09, sharing, is not asked until shares work (decisions.md 7). */
export const INT: InstrumentVersion = {
  code: 'INT',
  version: 1,
  items: [
    item('INT00', 'note'),
    item('INT01', 'behaviours', { ...required, maxChoices: 3 }),
    item('INT02', 'text', { maxLength: PLAN_LIMIT }),
    item('INT03', 'choice', { ...forEach, ...required, scale: 'FREQ' }),
    item('INT04', 'choice', { ...forEach, ...required, scale: 'COMMIT' }),
    item('INT05', 'plan', { ...planned, ...required, maxLength: PLAN_LIMIT }),
    item('INT06', 'choice', { ...planned, scale: 'FIRST' }),
    item('INT07', 'choice', { ...planned, scale: 'CONFID' }),
    item('INT08', 'choices', { ...planned, scale: 'BARRIER', maxChoices: 2 }),
    item('INT08T', 'text', { ...planned, maxLength: PLAN_LIMIT }),
    item('INT10', 'choice', { ...required, scale: 'PERMISSION' }),
    item('INT11', 'text', { maxLength: REMARK_LIMIT }),
    item('INT99', 'choices', { scale: 'BARRIER', maxChoices: 3 }),
    item('INT99T', 'text', { maxLength: REMARK_LIMIT }),
  ],
};

/** The check-in at about three weeks (CHK). */
export const CHK: InstrumentVersion = {
  code: 'CHK',
  version: 1,
  items: [
    item('CHK01', 'choice', { ...forEach, scale: 'OPP' }),
    item('CHK02', 'choice', { ...forEach, ...required, scale: 'STATUS' }),
    item('CHK03', 'choice', {
      ...forEach,
      scale: 'BARRIER',
      showIf: { item: 'CHK02', in: STATUS.filter((code) => code !== 'ST_REGULAR') },
    }),
    item('CHK04', 'choice', { ...forEach, scale: 'NEXT_STEP_SHORT' }),
  ],
};

/** The main follow-up at three months (FUP). */
export const FUP: InstrumentVersion = {
  code: 'FUP',
  version: 1,
  items: [
    item('FUP00', 'note'),
    item('FUP01', 'choice', { ...forEach, scale: 'OPP' }),
    status,
    frequency,
    result,
    indicator,
    evidence,
    helped(3),
    hindered(3),
    item('FUP08', 'choice', { ...applied, scale: 'CONTRIB' }),
    item('FUP09', 'choices', { ...applied, scale: 'OTHER_CAUSE' }),
    item('FUP10', 'text', { maxLength: STORY_LIMIT }),
    next,
    item('FUP12', 'text', { maxLength: REMARK_LIMIT }),
  ],
};

/** Still doing it? At six months (SUS): the same items as FUP where they are the same question. */
export const SUS: InstrumentVersion = {
  code: 'SUS',
  version: 1,
  items: [status, frequency, result, indicator, evidence, helped(1), hindered(1), next],
};

/** Every instrument by its code, in its newest version. */
export const INSTRUMENTS = { INT, CHK, FUP, SUS } as const satisfies Record<InstrumentVersion['code'], InstrumentVersion>;

/** An item of an instrument; asking for one that does not exist is a mistake in the program. */
export function itemOf(instrument: InstrumentVersion, code: string): Item {
  const found = instrument.items.find((candidate) => candidate.code === code);
  if (!found) throw new Error(`${instrument.code} has no item ${code}`);
  return found;
}

/** Whether an item is asked, given the codes that the item it depends on got. */
export function isAsked(asked: Item, codesOf: (item: string) => readonly string[]): boolean {
  const { showIf } = asked;
  return showIf === null || codesOf(showIf.item).some((code) => showIf.in.includes(code));
}
