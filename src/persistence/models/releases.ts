import { column } from './columns.js';
import { table } from './table.js';

/** The figures of one run at one moment, after the small-group gate (architecture decision 2). */
export interface ReleaseRow {
  id: number;
  runId: number;
  number: number;
  mapVersionId: number;
  methodVersion: string;
  madeAt: Date;
}
export const releases = table<ReleaseRow>(
  'releases',
  {
    id: column.id(),
    runId: column.owned('runs'),
    number: column.integer(),
    mapVersionId: column.owned('map_versions'),
    methodVersion: column.text(16),
    madeAt: column.moment(),
  },
  [{ name: 'releases_run_number', unique: true, fields: ['run_id', 'number'] }],
);

/** One block of figures of a release, as it may be shown. A block that may not be renewed is carried over with its old date (decisions.md 21). */
export interface ReleaseFigureRow {
  id: number;
  releaseId: number;
  /** E.g. `R10/W2` or `R06/B1`. */
  figure: string;
  /** The gated values as JSON. */
  value: string;
  /** When these values were counted: older than the release when they were carried over. */
  countedAt: Date;
  /** The release that counted them, whose members are compared at the next one. */
  countedInId: number | null;
}
export const releaseFigures = table<ReleaseFigureRow>(
  'release_figures',
  {
    id: column.id(),
    releaseId: column.owned('releases'),
    figure: column.text(64),
    value: column.longText(),
    countedAt: column.moment(),
    countedInId: column.pointer('releases'),
  },
  [{ name: 'release_figures_release_figure', unique: true, fields: ['release_id', 'figure'] }],
);

/** Who contributed to a released population; compared in SQL with who would contribute now, never shown (decisions.md 21). */
export interface ReleaseMemberRow {
  id: number;
  releaseId: number;
  population: string;
  participationId: number;
}
export const releaseMembers = table<ReleaseMemberRow>(
  'release_members',
  { id: column.id(), releaseId: column.owned('releases'), population: column.text(64), participationId: column.owned('participations') },
  [
    { name: 'release_members_unique', unique: true, fields: ['release_id', 'population', 'participation_id'] },
    { name: 'release_members_participation', fields: ['participation_id'] },
  ],
);
