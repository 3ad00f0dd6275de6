import type { Role } from '../course/course.js';

/** Who is looking: a person in one course, as the last launch told it. */
export interface Viewer {
  personId: number;
  platformId: number;
  courseId: number;
  role: Role;
  isAdministrator: boolean;
}

/** Everything somebody may do in a course, and who may (security.md A06). Administrators have what instructors have, and the platform. */
const abilities = {
  'see-map': (viewer: Viewer) => viewer.role === 'learner' || viewer.role === 'instructor' || viewer.isAdministrator,
  'state-intention': (viewer: Viewer) => viewer.role === 'learner',
  'answer-follow-up': (viewer: Viewer) => viewer.role === 'learner',
  'see-own-plan': (viewer: Viewer) => viewer.role === 'learner',
  'choose-map': (viewer: Viewer) => viewer.role === 'instructor' || viewer.isAdministrator,
  'preview-as-learner': (viewer: Viewer) => viewer.role === 'instructor' || viewer.isAdministrator,
  'see-report': (viewer: Viewer) => viewer.role === 'instructor' || viewer.isAdministrator,
  'see-platform': (viewer: Viewer) => viewer.isAdministrator,
} as const;

export type Ability = keyof typeof abilities;

/** Whether a viewer may do something in the course they are in. */
export function may(viewer: Viewer, ability: Ability): boolean {
  return abilities[ability](viewer);
}
