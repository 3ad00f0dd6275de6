/** A block of figures of a release, as it may be shown. */
export interface ReleasedFigure {
  figure: string;
  value: unknown;
  countedAt: Date;
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

export interface ReleaseRepository {
  findLatest(runId: number): Promise<Release | null>;
}
