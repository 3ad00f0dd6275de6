import type { Figure } from '../../reports/course-report/figures.js';
import type { Release } from '../../reports/course-report/released.js';
import type { ReportDatabase, SqlValue } from '../../reports/ports.js';

export type { Release, ReleasedFigure } from '../../reports/course-report/released.js';

/** A run whose figures may be due: of a real course, with what the gate and the calendar need. */
export interface CountableRun {
  runId: number;
  courseId: number;
  smallestGroup: number;
  zone: string;
}

/** A figure to store; `renewed` ones were counted in this very release. */
export type NewReleasedFigure =
  | { figure: string; value: Figure; renewed: true }
  | { figure: string; value: Figure; renewed: false; countedAt: Date; countedInId: number | null };

export interface NewRelease {
  runId: number;
  number: number;
  mapVersionId: number;
  methodVersion: string;
  madeAt: Date;
  figures: NewReleasedFigure[];
  /** Queries that give (population, participation_id), and which populations to keep of each. */
  members: { sql: string; values: Record<string, SqlValue>; populations: string[] }[];
}

export interface ReleaseRepository extends ReportDatabase {
  findLatest(runId: number): Promise<Release | null>;
  /** Every run of a real course (decisions.md 35). */
  listCountableRuns(): Promise<CountableRun[]>;
  /**
   * Stores a release with its figures and members. Throws when a stored set is not as large as its figure says, because somebody
   * answered in between; the transaction then stores nothing.
   */
  add(release: NewRelease): Promise<void>;
}
