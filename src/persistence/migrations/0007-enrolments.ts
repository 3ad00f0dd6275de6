import { flag, id, moment, owned, text } from './columns.js';
import { createTable } from './migration.js';

export const enrolments = createTable(
  '0007-enrolments',
  'enrolments',
  {
    id: id,
    person_id: owned('people'),
    course_id: owned('courses'),
    role: text(16),
    was_instructor: flag,
    first_seen_at: moment,
    last_seen_at: moment,
  },
  [
    { name: 'enrolments_person_course', fields: ['person_id', 'course_id'], unique: true },
    { name: 'enrolments_course', fields: ['course_id'] },
  ],
);
