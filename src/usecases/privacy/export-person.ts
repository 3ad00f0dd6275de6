import { NotFound } from '../../shared/errors.js';
import type { Bilingual } from '../../shared/language.js';
import type { Dependencies } from '../dependencies.js';
import type { Repositories } from '../ports/database.js';

export type ExportedRow = Record<string, unknown>;

/** Everything kept about one person, with the names of what the rows only give as a number. */
export interface PersonExport {
  madeAt: Date;
  platform: { name: string; timeZone: string; smallestGroup: number };
  /** Courses, runs and activities that rows point to. */
  courses: { id: number; title: string }[];
  runs: { id: number; courseId: number }[];
  activities: { id: number; courseId: number }[];
  /** Texts of the impact map that the person chose or was asked about. */
  mapTexts: { mapVersionId: number; stableId: string; text: Bilingual }[];
  /** The rows themselves, by table. */
  tables: Record<string, ExportedRow[]>;
}

/** Collects everything kept about a person, over all courses of the platform (decisions.md 30; domain.md §5.4). It stores nothing. */
export function createExportPerson(deps: Dependencies) {
  return async ({ personId }: { personId: number }): Promise<PersonExport> => {
    const { read } = deps.data;
    const person = await read.people.findPerson(personId);
    const platform = person && (await read.platforms.find(person.platformId));
    if (!person || !platform) throw new NotFound('person');
    const tables = await read.privacy.exportRows(personId);
    const runs = await findAll(idsIn(tables, 'runId'), (id) => read.intentions.findRun(id));
    const activities = await findAll(idsIn(tables, 'placementId'), (id) => read.people.findPlacement(id));
    const courseIds = new Set([...idsIn(tables, 'courseId'), ...runs.map((run) => run.courseId), ...activities.map((one) => one.courseId)]);
    const courses = await findAll([...courseIds], (id) => read.people.findCourse(id));
    return {
      madeAt: deps.clocks.calendar.now(),
      platform: { name: platform.name, timeZone: platform.timeZone, smallestGroup: platform.smallestGroup },
      courses: courses.map(({ id, title }) => ({ id, title })),
      runs: runs.map(({ id, courseId }) => ({ id, courseId })),
      activities: activities.map(({ id, courseId }) => ({ id, courseId })),
      mapTexts: await mapTextsOf(read, tables, courseIds),
      tables: { ...tables, drafts: (tables['drafts'] ?? []).map(withValuesRead) },
    };
  };
}

/** The texts of the map elements that the person's rows mention, drafts included. */
async function mapTextsOf(
  read: Repositories,
  tables: PersonExport['tables'],
  courseIds: Iterable<number>,
): Promise<PersonExport['mapTexts']> {
  const drafts = (tables['drafts'] ?? []).map((row) => String(row['stepValues']));
  const mentioned = new Set(
    [...(tables['commitments'] ?? []), ...(tables['answers'] ?? [])].flatMap((row) => [row['elementStableId'], row['closestStableId']]),
  );
  const stated = await findAll(idsIn({ intentions: tables['intentions'] ?? [] }, 'mapVersionId'), (id) => read.impactMaps.findVersion(id));
  const published = drafts.length > 0 ? await findAll([...courseIds], (id) => read.impactMaps.findPublished(id)) : [];
  const versions = new Map([...stated, ...published].map((version) => [version.id, version]));
  return [...versions.values()].flatMap((version) =>
    version.elements
      .filter(({ stableId }) => mentioned.has(stableId) || drafts.some((values) => values.includes(JSON.stringify(stableId))))
      .map(({ stableId, text }) => ({ mapVersionId: version.id, stableId, text })),
  );
}

function idsIn(tables: PersonExport['tables'], column: string): number[] {
  const ids = Object.values(tables)
    .flat()
    .map((row) => row[column])
    .filter((id) => typeof id === 'number');
  return [...new Set(ids)];
}

async function findAll<Found>(ids: number[], find: (id: number) => Promise<Found | null>): Promise<Found[]> {
  const found: Found[] = [];
  for (const id of ids) {
    const one = await find(id);
    if (one) found.push(one);
  }
  return found;
}

/** A draft's values are kept as JSON; the person gets them as typed. */
function withValuesRead(row: ExportedRow): ExportedRow {
  try {
    return { ...row, stepValues: JSON.parse(String(row['stepValues'])) };
  } catch {
    return row;
  }
}
