import { addActivity } from '../demo/platform/content-item-routes.js';
import { createDice } from '../demo/seed/dice.js';
import { COURSE, castOf, DINA, fillLms, LEA, personNamed } from '../demo/seed/people.js';
import { createRobot } from '../demo/seed/robot.js';
import type { DemoLms } from '../demo/start-demo-lms.js';
import type { Services } from './compose.js';
import type { DemoCourseInTool } from './demo-hands.js';

const NAMES_SEED = 7;

/** Registration by a registration link, then the web-service connection: what an administrator does once. */
export async function connectLms(services: Services, lms: DemoLms): Promise<void> {
  fillLms(lms.platform, createDice(NAMES_SEED));
  const link = await services.lti.platforms.makeRegistrationLink({ platformId: null });
  await lms.register(link.url);
  const [platform] = await services.deps.data.read.platforms.listByIssuer(lms.url);
  if (!platform) throw new Error('the demo LMS is not registered');
  const outcome = await services.moodle.connect({ platformId: platform.id, siteUrl: lms.url, token: lms.platform.serviceToken });
  if (outcome.kind !== 'connected') throw new Error(`the demo LMS could not be connected: ${JSON.stringify(outcome)}`);
}

/** The designer opens the tool from the course, chooses the map, and places both activities. */
export async function placeActivities(services: Services, lms: DemoLms): Promise<void> {
  const { platform } = lms;
  const designer = personNamed(platform, DINA);
  const chooser = `${lms.url}/mod/lti/contentitem.php?course=${COURSE.id}`;
  await createRobot(platform, { personId: designer.id, language: 'nl' }).open(chooser, /deep-link/);
  const { platformId, courseId } = await findDemoCourse(services, lms);
  const person = await services.deps.data.read.people.findPersonBySub(platformId, designer.id);
  if (!person) throw new Error('the designer did not reach the tool');
  const map = await services.web.maps.chooseTemplate({ courseId, personId: person.id, templateCode: 'A' });
  const custom = (view: string): Record<string, string> => ({ view, map: String(map.impactMapId) });
  addActivity(platform, COURSE.id, { title: 'Impactmap / Impact map', custom: custom('map') });
  addActivity(platform, COURSE.id, {
    title: 'Mijn voornemen / My intention',
    custom: custom('intention'),
    lineItem: { scoreMaximum: 1, tag: 'intention' },
  });
}

/** The demo's course as the tool knows it. */
export async function findDemoCourse(services: Services, lms: DemoLms): Promise<DemoCourseInTool> {
  const { read } = services.deps.data;
  const [platform] = await read.platforms.listByIssuer(lms.url);
  const course = platform && (await read.people.listCourses(platform.id)).find(({ ltiContextId }) => ltiContextId === COURSE.id);
  if (!platform || !course) throw new Error('the tool does not know the course');
  return { platformId: platform.id, courseId: course.id };
}

/** The two activities of the course in the LMS. */
export function activitiesOf({ platform }: DemoLms): { map: string; intention: string } {
  const find = (view: string): string =>
    platform.state.activities.find(({ courseId, custom }) => courseId === COURSE.id && custom['view'] === view)?.id ?? '';
  return { map: find('map'), intention: find('intention') };
}

/** Puts the guided path and the people on the front page. */
export function showPath(lms: DemoLms): void {
  const activities = activitiesOf(lms);
  lms.site.path = {
    learnerId: personNamed(lms.platform, LEA).id,
    designerId: personNamed(lms.platform, DINA).id,
    courseId: COURSE.id,
    mapActivityId: activities.map,
    intentionActivityId: activities.intention,
  };
  lms.site.cast = castOf(lms.platform, activities);
}
