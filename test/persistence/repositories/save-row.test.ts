import { expect } from 'chai';
import { addPlatform } from '../../support/platform-rows.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

const NOW = new Date('2026-03-02T09:00:00.000Z');

describe('people, courses and launches in the database', () => {
  let services: TestServices;
  before(async () => {
    services = await startTestServices();
  });
  after(() => services.stop());
  beforeEach(() => services.empty());

  const save = (platformId: number, title = 'Course') =>
    services.database.data.write((repositories) =>
      repositories.people.saveCourse(
        { platformId, ltiContextId: '2', title, label: 'C', kind: 'course', membershipsUrl: null, lineItemsUrl: null, endsAt: null },
        NOW,
      ),
    );

  it('makes one course of a hundred launches that come together', async () => {
    const platform = await addPlatform(services);
    const made = await Promise.all(Array.from({ length: 100 }, () => save(platform.id)));
    expect(new Set(made.map((course) => course.id)).size).to.equal(1);
    expect(await services.database.models.courses.count()).to.equal(1);
  });

  it('keeps the same course id of two platforms apart', async () => {
    const one = await addPlatform(services);
    const other = await addPlatform(services, { clientId: 'other' });
    expect((await save(one.id)).id).to.not.equal((await save(other.id)).id);
  });

  it('renews the title of a known course', async () => {
    const platform = await addPlatform(services);
    const first = await save(platform.id);
    const second = await save(platform.id, 'Renamed');
    expect(second).to.deep.equal({ ...first, title: 'Renamed' });
    expect(await services.database.data.read.people.findCourse(first.id)).to.deep.equal(second);
  });

  it('never forgets that somebody was an instructor', async () => {
    const platform = await addPlatform(services);
    const course = await save(platform.id);
    const enrolment = await services.database.data.write(async ({ people }) => {
      const person = await people.savePerson({ platformId: platform.id, sub: '5', language: 'nl' }, NOW);
      await people.saveEnrolment({ personId: person.id, courseId: course.id, role: 'instructor' }, NOW);
      return people.saveEnrolment({ personId: person.id, courseId: course.id, role: 'learner' }, NOW);
    });
    expect(enrolment).to.include({ role: 'learner', wasInstructor: true });
    expect(await services.database.data.read.people.findEnrolment(enrolment.personId, course.id)).to.deep.equal(enrolment);
  });

  it('keeps the known view of a placement when a launch brings none', async () => {
    const platform = await addPlatform(services);
    const course = await save(platform.id);
    const placement = await services.database.data.write(async ({ platforms, people }) => {
      const deployment = await platforms.addDeployment(platform.id, '1', NOW);
      const link = { deploymentId: deployment.id, ltiResourceLinkId: '7', courseId: course.id, lineItemUrl: null };
      await people.savePlacement({ ...link, view: 'intention' }, NOW);
      return people.savePlacement({ ...link, view: 'unset', lineItemUrl: 'https://lms.example/item/1' }, NOW);
    });
    expect(placement).to.include({ view: 'intention', lineItemUrl: 'https://lms.example/item/1' });
  });

  it('lets one of two callers use a pending launch up, and nobody after its time', async () => {
    const platform = await addPlatform(services);
    const pending = {
      handleHash: 'h',
      stateHash: 's',
      browserHash: 'b',
      platformId: platform.id,
      targetLinkUri: 'https://tool.example/lti/launch',
      loginHint: '5',
      messageHint: null,
      createdAt: NOW,
      expiresAt: new Date(NOW.getTime() + 1000),
    };
    const { data } = services.database;
    await data.write(({ launches }) => launches.addPending(pending));
    const row = await data.read.launches.findPendingByState('s');
    const consume = (now: Date) => data.write(({ launches }) => launches.consumePending(row?.id ?? 0, now));
    expect(await consume(pending.expiresAt)).to.equal(false);
    const answers = await Promise.all([consume(NOW), consume(NOW), consume(NOW)]);
    expect(answers.filter(Boolean)).to.have.length(1);
    expect(await data.write(({ launches }) => launches.rebindPending(row?.id ?? 0, 'other'))).to.equal(false);
  });

  it('opens a registration link once, not when revoked and not when its time is over', async () => {
    const { data } = services.database;
    const later = new Date(NOW.getTime() + 1000);
    for (const keyHash of ['a', 'b', 'c'])
      await data.write(({ platforms }) => platforms.addRegistrationLink({ keyHash, platformId: null, createdAt: NOW, expiresAt: later }));
    const [a, b, c] = await data.read.platforms.listRegistrationLinks();
    const use = (id = 0, now = NOW) => data.write(({ platforms }) => platforms.useRegistrationLink(id, now));
    await data.write(({ platforms }) => platforms.revokeRegistrationLink(b?.id ?? 0, NOW));
    expect([await use(a?.id), await use(a?.id), await use(b?.id), await use(c?.id, later)]).to.deep.equal([true, false, false, false]);
  });
});
