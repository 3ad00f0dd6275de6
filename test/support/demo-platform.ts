import { addActivity } from '../../src/demo/platform/content-item-routes.js';
import type { DemoPerson } from '../../src/demo/platform/state.js';
import { type DemoLms, startDemoLms } from '../../src/demo/start-demo-lms.js';
import type { Clock } from '../../src/shared/clock.js';
import { systemClock } from '../../src/shared/clock.js';

/** The demo LMS as tests use it: two courses, two learners, a designer and an administrator. */
export interface TestLms extends DemoLms {
  learner: DemoPerson;
  otherLearner: DemoPerson;
  designer: DemoPerson;
  administrator: DemoPerson;
  courseId: string;
  emptyCourseId: string;
  /** Adds an activity to the first course, graded when asked; answers its number. */
  addActivity(custom: Record<string, string>, options?: { isGraded?: boolean; courseId?: string; title?: string }): string;
}

/** Starts the demo LMS on a free port of localhost (or another name of this machine). */
export async function startTestLms(options: { host?: string; clock?: Clock; calendar?: Clock } = {}): Promise<TestLms> {
  const clock = options.clock ?? systemClock;
  const lms = await startDemoLms({
    port: 0,
    host: options.host ?? 'localhost',
    clock,
    calendar: options.calendar ?? clock,
    timeZone: 'Europe/Brussels',
  });
  const { state } = lms.platform;
  const person = (id: string, givenName: string, isAdministrator = false): DemoPerson => {
    const made = { id, userName: givenName.toLowerCase(), givenName, familyName: 'Peeters', language: 'en' as const, isAdministrator };
    state.people.push(made);
    return made;
  };
  const learner = person('11', 'Lea');
  const otherLearner = person('12', 'Tom');
  const designer = person('13', 'Dina');
  const administrator = person('14', 'Ada', true);
  for (const [id, shortName, title] of [
    ['2', 'KLANT1', 'Klantgericht adviseren'],
    ['3', 'NEW1', 'New course'],
  ] as const) {
    state.courses.push({ id, shortName, title, lessons: [] });
    for (const { id: personId } of [learner, otherLearner])
      state.enrolments.push({ courseId: id, personId, role: 'learner', isSuspended: false });
    state.enrolments.push({ courseId: id, personId: designer.id, role: 'teacher', isSuspended: false });
  }
  state.nextId = 20;
  return {
    ...lms,
    learner,
    otherLearner,
    designer,
    administrator,
    courseId: '2',
    emptyCourseId: '3',
    addActivity: (custom, { isGraded = false, courseId = '2', title = 'Impact map' } = {}) =>
      addActivity(lms.platform, courseId, { title, custom, ...(isGraded ? { lineItem: { scoreMaximum: 1 } } : {}) }),
  };
}
