import { expect } from 'chai';
import { type SignedIn, signIn } from '../../support/sign-in.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('/courses/:courseId/start', () => {
  let services: TestServices;
  before(async () => {
    services = await startTestServices();
  });
  beforeEach(() => services.empty());
  after(() => services.stop());

  const startOf = (person: SignedIn) => `/courses/${person.courseId}/start`;
  const textOf = async (person: SignedIn) => (await person.get(startOf(person))).text;

  it('offers the four templates where the course has no map, and copies the chosen one', async () => {
    const designer = await signIn(services, { role: 'instructor' });
    const page = await textOf(designer);
    for (const code of ['A', 'B', 'C', 'D']) expect(page).to.include(`name="template" value="${code}"`);
    expect(page).to.include('Learners wait for a map.');
    const answer = await designer.post(`${startOf(designer)}/template`, { template: 'C' });
    expect([answer.status, answer.location]).to.deep.equal([303, startOf(designer)]);
    expect((await services.web.maps.openMap(designer))?.templateCode).to.equal('C');
    expect(await textOf(designer))
      .to.include('Safe work on machines')
      .and.to.include('3 work behaviours, 2 indicators')
      .and.to.not.include('Learners wait for a map.');
  });

  it('answers 422 with the fault beside the cards when none, or an unknown one, was chosen', async () => {
    const designer = await signIn(services, { role: 'instructor', language: 'nl' });
    for (const form of [{}, { template: 'Z' }, { template: ['A', 'B'] }, { template: 'A', more: 'x' }]) {
      const answer = await designer.post(`${startOf(designer)}/template`, form as Record<string, string>);
      expect(answer.status, JSON.stringify(form)).to.equal(422);
      expect(answer.text).to.include('id="field-template-error">Kies een van de vier impactmaps.');
    }
    expect(await services.web.maps.openMap(designer)).to.equal(null);
  });

  it('offers no other template once somebody stated an intention', async () => {
    const designer = await signIn(services, { role: 'instructor' });
    const map = await services.web.maps.chooseTemplate({ ...designer, templateCode: 'A' });
    expect(await textOf(designer)).to.include('Choose another map');
    await release(designer, map.id);
    const page = await textOf(designer);
    expect(page).to.include('so it stays').and.to.not.include('name="template"');
  });

  it('settles what an activity shows that was saved without a choice', async () => {
    const designer = await signIn(services, { role: 'instructor', view: 'unset' });
    expect(await textOf(designer)).to.include('name="view" value="intention"');
    const nothing = await designer.post(`${startOf(designer)}/view`, {});
    expect([nothing.status, nothing.text.includes('Choose what this activity shows.</p>')]).to.deep.equal([422, true]);
    for (const _ of [1, 2]) expect((await designer.post(`${startOf(designer)}/view`, { view: 'intention' })).status).to.equal(303);
    expect((await services.deps.data.read.people.findPlacement(designer.placementId))?.view).to.equal('intention');
    expect(await textOf(designer))
      .to.include('This activity asks for an intention.')
      .and.to.not.include('name="view"');
    expect((await designer.post(`${startOf(designer)}/view`, { view: 'map' })).status).to.equal(409);
  });

  it('tells the clicks that are still missing', async () => {
    const designer = await signIn(services, { role: 'instructor' });
    expect(await textOf(designer))
      .to.include('Add a second activity')
      .and.to.not.include('Add an activity with this tool near the top');
    await signIn(services, { role: 'instructor', view: 'intention', course: designer });
    expect(await textOf(designer))
      .to.include('Both activities are in this course')
      .and.to.include('Receive a grade');
  });

  it('tells what waits for a connection, and only administrators where to make it', async () => {
    const designer = await signIn(services, { role: 'instructor' });
    const administrator = await signIn(services, { role: 'instructor', isAdministrator: true, course: designer });
    expect(await textOf(designer))
      .to.include('this Moodle is not connected')
      .and.to.not.include('/platform"');
    expect(await textOf(administrator)).to.include('href="/platform"');
    const connection = { siteUrl: 'https://lms.example', tokenSealed: 'x', serviceUserId: '2', checkedAt: services.calendarClock.now() };
    const row = { platformId: designer.platformId, state: 'stopped', stopReason: 'invalidtoken', ...connection };
    const made = await services.database.models.moodleConnections.create(row);
    expect(await textOf(designer)).to.include('Messages have stopped');
    await made.update({ state: 'working' });
    await services.web.maps.chooseTemplate({ ...designer, templateCode: 'A' });
    expect(await textOf(designer)).to.include('Nothing is waiting.');
  });

  it('tells the date of the latest figures, in the time zone of the platform, and no count of people', async () => {
    const designer = await signIn(services, { role: 'instructor', language: 'nl' });
    const map = await services.web.maps.chooseTemplate({ ...designer, templateCode: 'A' });
    expect(await textOf(designer)).to.include('Er zijn nog geen cijfers');
    await release(designer, map.id, new Date('2026-03-31T22:30:00Z'));
    expect(await textOf(designer))
      .to.include('De jongste cijfers zijn van 1 april 2026.')
      .and.to.include(`/courses/${designer.courseId}/report`);
  });

  it('is closed to learners, and to designers of another course', async () => {
    const learner = await signIn(services, { role: 'learner' });
    expect((await learner.get(startOf(learner))).status).to.equal(403);
    expect((await learner.post(`${startOf(learner)}/template`, { template: 'A' })).status).to.equal(403);
    expect((await learner.post(`${startOf(learner)}/view`, { view: 'map' })).status).to.equal(403);
    const stranger = await signIn(services, { role: 'instructor' });
    expect((await stranger.post(`${startOf(learner)}/template`, { template: 'A' })).status).to.equal(404);
    expect(await services.web.maps.openMap(learner)).to.equal(null);
  });

  it('refuses a form without the token of the session', async () => {
    const designer = await signIn(services, { role: 'instructor' });
    expect((await designer.post(`${startOf(designer)}/template`, { template: 'A', csrf: 'another' })).status).to.equal(403);
    expect(await services.web.maps.openMap(designer)).to.equal(null);
  });

  async function release(person: SignedIn, mapVersionId: number, madeAt = services.calendarClock.now()): Promise<void> {
    const { models } = services.database;
    const learner = await signIn(services, { role: 'learner', course: person });
    const run = await models.runs.create({ courseId: person.courseId, number: 1, isCurrent: true, smallestGroup: 5, startedAt: madeAt });
    const entry = { runId: run.id, personId: learner.personId, attempt: 1, enrolledAt: madeAt };
    const participation = await models.participations.create(entry);
    const intention = { participationId: participation.id, mapVersionId, outcome: 'exit', submittedAt: madeAt, language: 'en' };
    await models.intentions.create(intention);
    await models.releases.create({ runId: run.id, number: 1, mapVersionId, methodVersion: '1', madeAt });
  }
});
