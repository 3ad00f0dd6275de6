import { expect } from 'chai';
import { findTemplate } from '../../../src/domain/impact-map/templates/index.js';
import { AppError } from '../../../src/shared/errors.js';
import { type SignedIn, signIn } from '../../support/sign-in.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('chooseTemplate', () => {
  let services: TestServices;
  let designer: SignedIn;
  before(async () => {
    services = await startTestServices();
  });
  beforeEach(async () => {
    await services.empty();
    designer = await signIn(services, { role: 'instructor' });
  });
  after(() => services.stop());

  const choose = (templateCode: string) =>
    services.web.maps.chooseTemplate({ courseId: designer.courseId, personId: designer.personId, templateCode });
  const openMap = () => services.web.maps.openMap({ courseId: designer.courseId });

  it('answers no map while the course has none', async () => {
    expect(await openMap()).to.equal(null);
  });

  it("publishes a copy of the template as the course's own map", async () => {
    const map = await choose('A');
    const template = findTemplate('A');
    expect(map).to.deep.include({ courseId: designer.courseId, number: 1, state: 'published', templateCode: 'A', title: template?.title });
    expect(map.publishedAt).to.deep.equal(services.calendarClock.now());
    expect(map.elements).to.deep.equal(template?.elements);
    expect(map.links).to.deep.equal(template?.links);
    expect(await openMap()).to.deep.equal(map);
  });

  it('changes nothing when the same template is chosen again, also at the same moment', async () => {
    const [first, second] = await Promise.all([choose('A'), choose('A')]);
    expect(second?.id).to.equal(first?.id);
    expect(await services.database.models.impactMaps.count()).to.equal(1);
  });

  it('replaces the map by another template while nobody stated an intention on it, and keeps the old version readable', async () => {
    const first = await choose('A');
    const second = await choose('B');
    expect(second.templateCode).to.equal('B');
    expect((await openMap())?.id).to.equal(second.id);
    expect((await services.deps.data.read.impactMaps.findVersion(first.id))?.state).to.equal('archived');
  });

  it('keeps the map that people chose from', async () => {
    const map = await choose('A');
    await stateIntention(map.id);
    expect((await choose('B')).id).to.equal(map.id);
    expect((await openMap())?.templateCode).to.equal('A');
  });

  it('does not know a template that is not there', async () => {
    const error = await choose('Z').catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(AppError).with.property('kind', 'not-found');
    expect(await openMap()).to.equal(null);
  });

  async function stateIntention(mapVersionId: number): Promise<void> {
    const { models } = services.database;
    const now = services.calendarClock.now();
    const learner = await signIn(services, { role: 'learner', course: designer });
    const run = await models.runs.create({ courseId: designer.courseId, number: 1, isCurrent: true, smallestGroup: 5, startedAt: now });
    const participation = await models.participations.create({ runId: run.id, personId: learner.personId, attempt: 1, enrolledAt: now });
    await models.intentions.create({
      participationId: participation.id,
      mapVersionId,
      outcome: 'exit',
      submittedAt: now,
      language: 'en',
    });
  }
});
