import type { Figure } from './figures.js';

/** A figure of a release, as it may be shown. A hidden one keeps the reference to the release that last showed it. */
export interface ReleasedFigure {
  /** Its code: `R10/W2`, `R10/W2/B1`, `R07/B1` … */
  figure: string;
  value: Figure;
  /** When it was counted: older than the release when it was carried over (decisions.md 21). */
  countedAt: Date;
  /** The release whose members it is compared with next time; null when it was never shown. */
  countedInId: number | null;
  /** How many members that set had when it was stored; erased people are no longer among its rows. */
  countedSize: number;
}

/** The figures of one run at one moment, after the small-group gate. */
export interface Release {
  id: number;
  runId: number;
  number: number;
  mapVersionId: number;
  methodVersion: string;
  madeAt: Date;
  figures: ReleasedFigure[];
}
