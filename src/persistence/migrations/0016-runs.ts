import { flag, id, integer, moment, owned } from './columns.js';
import { createTable } from './migration.js';

export const runs = createTable(
  '0016-runs',
  'runs',
  {
    id: id,
    course_id: owned('courses'),
    number: integer,
    is_current: flag,
    smallest_group: integer,
    started_at: moment,
  },
  [{ name: 'runs_course_number', fields: ['course_id', 'number'], unique: true }],
);
