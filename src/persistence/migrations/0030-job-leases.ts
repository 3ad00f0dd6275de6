import { moment, optional, text } from './columns.js';
import { createTable } from './migration.js';

export const jobLeases = createTable(
  '0030-job-leases',
  'job_leases',
  {
    name: { ...text(64), primaryKey: true },
    lease_token: optional(text(64)),
    leased_until: optional(moment),
    started_at: optional(moment),
    succeeded_at: optional(moment),
    failed_at: optional(moment),
    last_error_code: optional(text(64)),
  },
  [],
);
