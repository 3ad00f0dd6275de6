import type { Translate } from '../../../i18n/translator.js';
import { formatDay } from '../../../shared/dates.js';
import { inLanguage, type Language } from '../../../shared/language.js';
import type { ExportedRow, PersonExport } from '../../../usecases/privacy/export-person.js';

/** One thing kept, with its parts: a label and what is kept. */
export interface DataItem {
  heading: string | null;
  fields: { label: string; value: string }[];
}

/** What the sections of "My data" are made from: the export, and words for what its rows only give as a number. */
export interface OwnData {
  t: Translate;
  language: Language;
  now: Date;
  rows(table: string): ExportedRow[];
  /** Rows of a table that belong to a row of another one. */
  rowsOf(table: string, column: string, id: unknown): ExportedRow[];
  /** The words of a label, below `privacy.field`. */
  label(key: string): string;
  day(moment: unknown): string;
  courseTitle(courseId: unknown): string;
  courseOfRun(runId: unknown): string;
  courseOfActivity(placementId: unknown): string;
  /** A text of the map; the id itself where a map no longer has it. */
  mapText(stableId: unknown): string;
}

/** Opens an export for reading. */
export function ownDataOf(exported: PersonExport, t: Translate, language: Language): OwnData {
  const titles = new Map(exported.courses.map((course) => [course.id, course.title]));
  const courseTitle = (courseId: unknown): string => titles.get(Number(courseId)) ?? '';
  const texts = new Map(exported.mapTexts.map(({ stableId, text }) => [stableId, inLanguage(text, language)]));
  const rows = (table: string): ExportedRow[] => exported.tables[table] ?? [];
  return {
    t,
    language,
    now: exported.madeAt,
    rows,
    rowsOf: (table, column, id) => rows(table).filter((row) => row[column] === id),
    label: (key) => t(`privacy.field.${key}`),
    day: (moment) => (moment ? formatDay(new Date(moment as Date), exported.platform.timeZone, language) : ''),
    courseTitle,
    courseOfRun: (runId) => courseTitle(exported.runs.find((run) => run.id === runId)?.courseId),
    courseOfActivity: (id) => courseTitle(exported.activities.find((activity) => activity.id === id)?.courseId),
    mapText: (stableId) => texts.get(String(stableId)) ?? String(stableId),
  };
}

/** An item from labels and values; what is empty is left out. */
export function dataItem(heading: string | null, fields: [string, unknown][]): DataItem {
  return {
    heading,
    fields: fields
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([label, value]) => ({ label, value: String(value) })),
  };
}
