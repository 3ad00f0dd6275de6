import type { Dependencies } from '../dependencies.js';
import { createMakeDueReleases } from './make-due-releases.js';
import { createOpenReport } from './open-report.js';
import { createOpenTotals } from './open-totals.js';

/** Releases and what is read from them. */
export function createReportUseCases(deps: Pick<Dependencies, 'data' | 'logger'>) {
  return {
    makeDueReleases: createMakeDueReleases(deps),
    openReport: createOpenReport(deps),
    openTotals: createOpenTotals(deps),
  };
}

export type ReportUseCases = ReturnType<typeof createReportUseCases>;
