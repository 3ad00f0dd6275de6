import type { Course, Enrolment, Person, Placement } from '../../domain/course/course.js';
import { MINUTE_MS } from '../../shared/dates.js';
import type { PeopleRepository } from '../../usecases/ports/people.js';
import type { CourseRow, EnrolmentRow, PersonRow, PlacementRow } from '../models/people.js';
import type { RepositoryContext } from './context.js';
import { saveRow } from './save-row.js';

/** "Last seen" is kept to the minute: launches that come together then do not wait for each other's row. */
const toMinute = (moment: Date): Date => new Date(Math.floor(moment.getTime() / MINUTE_MS) * MINUTE_MS);

const personOf = (row: PersonRow): Person => ({
  id: row.id,
  platformId: row.platformId,
  sub: row.sub,
  language: row.language as Person['language'],
});
const courseOf = (row: CourseRow): Course => ({
  id: row.id,
  platformId: row.platformId,
  ltiContextId: row.ltiContextId,
  title: row.title,
  label: row.label,
  kind: row.kind as Course['kind'],
  membershipsUrl: row.membershipsUrl,
  lineItemsUrl: row.lineItemsUrl,
  endsAt: row.endsAt,
});
const enrolmentOf = (row: EnrolmentRow): Enrolment => ({
  id: row.id,
  personId: row.personId,
  courseId: row.courseId,
  role: row.role as Enrolment['role'],
  wasInstructor: Boolean(row.wasInstructor),
  lastSeenAt: row.lastSeenAt,
});
const placementOf = (row: PlacementRow): Placement => ({
  id: row.id,
  deploymentId: row.deploymentId,
  ltiResourceLinkId: row.ltiResourceLinkId,
  courseId: row.courseId,
  view: row.view as Placement['view'],
  lineItemUrl: row.lineItemUrl,
});

/** People, courses, enrolments and placements, keyed by the registration and never by issuer or e-mail (security.md 0.9). */
export function createPeopleRepository(context: RepositoryContext): PeopleRepository {
  return { ...people(context), ...courses(context), ...enrolments(context), ...placements(context) };
}

function people({ models, transaction }: RepositoryContext) {
  const one = async (where: Partial<PersonRow>): Promise<Person | null> => {
    const row = await models.people.findOne({ where, transaction });
    return row ? personOf(row.get({ plain: true })) : null;
  };
  return {
    findPerson: (id: number) => one({ id }),
    findPersonBySub: (platformId: number, sub: string) => one({ platformId, sub }),
    async savePerson({ platformId, sub, language }, now) {
      const save = { key: { platformId, sub }, create: { createdAt: now }, change: { language, lastSeenAt: toMinute(now) } };
      return personOf(await saveRow(models.people, save, transaction));
    },
    async setLanguage(personId, language) {
      await models.people.update({ language }, { where: { id: personId }, transaction });
    },
  } satisfies Partial<PeopleRepository>;
}

function courses({ models, transaction }: RepositoryContext) {
  return {
    async findCourse(id) {
      const row = await models.courses.findOne({ where: { id }, transaction });
      return row ? courseOf(row.get({ plain: true })) : null;
    },
    async saveCourse({ platformId, ltiContextId, ...change }, now) {
      const save = { key: { platformId, ltiContextId }, create: { createdAt: now, updatedAt: now }, change };
      return courseOf(await saveRow(models.courses, save, transaction));
    },
    async listCourses(platformId) {
      const rows = await models.courses.findAll({
        where: { platformId },
        order: [
          ['title', 'ASC'],
          ['id', 'ASC'],
        ],
        transaction,
      });
      return rows.map((row) => courseOf(row.get({ plain: true })));
    },
  } satisfies Partial<PeopleRepository>;
}

function enrolments({ models, transaction }: RepositoryContext) {
  return {
    async findEnrolment(personId, courseId) {
      const row = await models.enrolments.findOne({ where: { personId, courseId }, transaction });
      return row ? enrolmentOf(row.get({ plain: true })) : null;
    },
    async saveEnrolment({ personId, courseId, role }, now) {
      const save = {
        key: { personId, courseId },
        create: { firstSeenAt: now },
        change: { role, lastSeenAt: toMinute(now), ...(role === 'instructor' ? { wasInstructor: true } : {}) },
      };
      return enrolmentOf({ ...(await saveRow(models.enrolments, save, transaction)) });
    },
  } satisfies Partial<PeopleRepository>;
}

function placements({ models, transaction }: RepositoryContext) {
  return {
    async findPlacement(id) {
      const row = await models.placements.findOne({ where: { id }, transaction });
      return row ? placementOf(row.get({ plain: true })) : null;
    },
    async listPlacements(courseId) {
      const rows = await models.placements.findAll({ where: { courseId }, order: [['id', 'ASC']], transaction });
      return rows.map((row) => placementOf(row.get({ plain: true })));
    },
    async savePlacement({ deploymentId, ltiResourceLinkId, courseId, view, lineItemUrl }, now) {
      const save = {
        key: { deploymentId, ltiResourceLinkId },
        create: { createdAt: now, view },
        change: { courseId, lineItemUrl, lastLaunchedAt: toMinute(now), ...(view === 'unset' ? {} : { view }) },
      };
      return placementOf(await saveRow(models.placements, save, transaction));
    },
    async setPlacementView(placementId, view) {
      await models.placements.update({ view }, { where: { id: placementId }, transaction });
    },
  } satisfies Partial<PeopleRepository>;
}
