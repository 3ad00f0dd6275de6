import { expect } from 'chai';
import { arrive, publishMap } from '../../support/finish-course.js';
import { type SignedIn, signIn } from '../../support/sign-in.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('arriving and finishing', () => {
  let services: TestServices;

  before(async () => {
    services = await startTestServices();
  });
  after(() => services.stop());
  beforeEach(() => services.empty());

  const participations = () => services.database.models.participations.findAll({ raw: true });
  const intentions = () => services.web.intentions;

  it('makes one run of the course and one participation, however often somebody arrives', async () => {
    const person = await signIn(services, { role: 'learner' });
    await Promise.all([arrive(services, person, 'map'), arrive(services, person, 'map'), arrive(services, person, 'map')]);
    expect(await services.database.models.runs.count()).to.equal(1);
    const [participation, ...more] = await participations();
    expect(more).to.deep.equal([]);
    expect(participation).to.include({ attempt: 1, completedAt: null, completionSource: null });
  });

  it('completes at the first launch of the intention activity, and only then', async () => {
    const person = await signIn(services, { role: 'learner', view: 'intention' });
    const first = services.calendarClock.now();
    await arrive(services, person, 'intention');
    services.calendarClock.advance(86_400_000);
    await arrive(services, person, 'intention');
    const [participation] = await participations();
    expect(participation?.completionSource).to.equal('launch');
    expect(new Date(participation?.completedAt ?? 0).getTime()).to.equal(first.getTime());
  });

  it('leaves no trace of who was ever an instructor there', async () => {
    const person = await signIn(services, { role: 'instructor' });
    await arrive(services, person, 'intention');
    expect(await participations()).to.deep.equal([]);
    expect(await services.database.models.runs.count()).to.equal(0);
  });

  it('freezes the threshold of the platform in the run', async () => {
    const person = await signIn(services, { role: 'learner' });
    await arrive(services, person, 'map');
    const run = await services.database.data.write(({ intentions: rows }) =>
      rows.ensureCurrentRun(person.courseId, 9, services.calendarClock.now()),
    );
    expect(run).to.include({ number: 1, isCurrent: true, smallestGroup: 5 });
  });

  it('lets a learner say that the course is finished where only the map is placed', async () => {
    const person = await signIn(services, { role: 'learner', view: 'map' });
    await publishMap(services, person);
    await arrive(services, person, 'map');
    expect(await intentions().openIntention(person)).to.deep.equal({ kind: 'not-completed', byActivity: false });
    expect(await intentions().finishCourse(person)).to.deep.equal({ kind: 'finished' });
    const [participation] = await participations();
    expect(participation?.completionSource).to.equal('learner');
    services.calendarClock.advance(86_400_000);
    await intentions().finishCourse(person);
    expect(await participations()).to.deep.equal([participation]);
    expect((await intentions().openIntention(person)).kind).to.equal('open');
  });

  it('leaves completion to the intention activity where there is one', async () => {
    const person = await signIn(services, { role: 'learner', view: 'intention' });
    await publishMap(services, person);
    await arrive(services, person, 'map');
    expect(await intentions().finishCourse(person)).to.deep.equal({ kind: 'by-activity' });
    expect((await participations())[0]?.completedAt).to.equal(null);
    expect(await intentions().openIntention(person)).to.deep.equal({ kind: 'not-completed', byActivity: true });
  });

  it('is not ready in a course without a map', async () => {
    const person = await signIn(services, { role: 'learner' });
    await arrive(services, person, 'map');
    expect(await intentions().finishCourse(person)).to.deep.equal({ kind: 'not-ready' });
    expect(await intentions().openIntention(person)).to.deep.equal({ kind: 'no-map' });
  });

  describe('drafts', () => {
    const open = async (): Promise<SignedIn> => {
      const person = await signIn(services, { role: 'learner', view: 'intention' });
      await publishMap(services, person);
      await arrive(services, person);
      return person;
    };
    const save = (person: SignedIn, text: string) =>
      intentions().saveStep({
        personId: person.personId,
        courseId: person.courseId,
        stepId: 'exit',
        values: { reasons: [], text },
        go: 'back',
      });

    it('are kept until 30 days after the window of the intention', async () => {
      const person = await open();
      await save(person, 'a');
      const draft = await services.database.models.drafts.findOne({ raw: true, rejectOnEmpty: true });
      const days = (new Date(draft.expiresAt).getTime() - services.calendarClock.now().getTime()) / 86_400_000;
      expect(days).to.equal(44);
      const remove = () => services.database.data.write(({ intentions: rows }) => rows.deleteExpiredDrafts(services.calendarClock.now()));
      services.calendarClock.advance(43 * 86_400_000);
      expect(await remove()).to.equal(0);
      services.calendarClock.advance(2 * 86_400_000);
      expect(await remove()).to.equal(1);
    });

    it('hold at most 64 kB', async () => {
      const person = await open();
      expect((await save(person, 'a'.repeat(65_000))).kind).to.equal('saved');
      expect((await save(person, 'é'.repeat(33_000))).kind).to.equal('too-large');
      const state = await intentions().openIntention(person);
      expect(state.kind === 'open' && state.draft?.steps['exit']?.['text']).to.equal('a'.repeat(65_000));
    });

    it('are one for each person and form', async () => {
      const person = await open();
      await Promise.all([save(person, 'a'), save(person, 'b'), save(person, 'c')]);
      expect(await services.database.models.drafts.count()).to.equal(1);
    });

    it('are closed once the intention is sent', async () => {
      const person = await open();
      await intentions().submitIntention({ ...person, language: 'en', values: { outcome: 'exit', reasons: [], text: null } });
      expect(await save(person, 'late')).to.deep.equal({ kind: 'closed' });
      expect(await services.database.models.drafts.count()).to.equal(0);
    });
  });
});
