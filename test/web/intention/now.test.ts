import { expect } from 'chai';
import { behavioursOf } from '../../../src/domain/impact-map/impact-map.js';
import type { IntentionValues } from '../../../src/domain/intention/state-intention.js';
import { arrive, publishMap } from '../../support/finish-course.js';
import { type SignedIn, signIn } from '../../support/sign-in.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('where a launch leads', () => {
  let services: TestServices;

  before(async () => {
    services = await startTestServices();
  });
  after(() => services.stop());
  beforeEach(() => services.empty());

  const now = (person: SignedIn, view?: string) => person.get(`/courses/${person.courseId}/now${view ? `?view=${view}` : ''}`);
  const page = (person: SignedIn, name: string) => `/courses/${person.courseId}/${name}`;
  async function send(person: SignedIn): Promise<void> {
    const map = await services.database.data.read.impactMaps.findPublished(person.courseId);
    const behaviour = { kind: 'map', stableId: (map && behavioursOf(map)[0]?.stableId) ?? '' } as const;
    const answers = { firstExpected: null, confidence: null, obstacles: [], copingText: null };
    const plan = { when: '', then: 'ask' };
    const values: IntentionValues = {
      outcome: 'stated',
      commitments: [{ behaviour, then0: 'FQ1', level: 'CM3', plan, ...answers }],
      permission: 'yes',
      waves: [],
      missingText: null,
    };
    const sent = await services.web.intentions.submitIntention({ ...person, language: 'en', values });
    expect(sent.kind).to.equal('submitted');
  }

  it('is a friendly page while the course has no map or the activity shows nothing', async () => {
    const person = await signIn(services, { role: 'learner', language: 'nl' });
    await arrive(services, person, 'map');
    const none = await now(person, 'map');
    expect([none.status, none.text.includes('Nog niet klaar')]).to.deep.equal([200, true]);
    await publishMap(services, person);
    expect((await now(person, 'unset')).text).to.contain('Nog niet klaar');
  });

  it('is the map before the course is finished', async () => {
    const person = await signIn(services, { role: 'learner' });
    await publishMap(services, person);
    await arrive(services, person, 'map');
    expect((await now(person, 'map')).location).to.equal(page(person, 'map'));
    expect((await now(person)).location).to.equal(page(person, 'map'));
  });

  it('is the intention once the course is finished, and then the plan or the map', async () => {
    const person = await signIn(services, { role: 'learner', view: 'intention' });
    await publishMap(services, person);
    await arrive(services, person);
    expect((await now(person, 'intention')).location).to.equal(page(person, 'intention'));
    expect((await now(person, 'map')).location).to.equal(page(person, 'intention'));
    await send(person);
    expect((await now(person, 'intention')).location).to.equal(page(person, 'plan'));
    expect((await now(person)).location).to.equal(page(person, 'plan'));
    expect((await now(person, 'map')).location).to.equal(page(person, 'map'));
  });

  it('is the survey that waits, from either activity', async () => {
    const person = await signIn(services, { role: 'learner', view: 'intention' });
    await publishMap(services, person);
    await arrive(services, person);
    await send(person);
    services.calendarClock.advance(22 * 86_400_000);
    const [first] = await services.database.models.followUps.findAll({ order: [['dueAt', 'ASC']], raw: true });
    for (const view of ['map', 'intention']) expect((await now(person, view)).location).to.equal(page(person, `follow-ups/${first?.id}`));
  });

  it('is the start page for a designer, and the map for who was one', async () => {
    const designer = await signIn(services, { role: 'instructor' });
    await publishMap(services, designer);
    expect((await now(designer, 'map')).location).to.equal(page(designer, 'start'));
    await services.database.models.enrolments.update({ role: 'learner' }, { where: { personId: designer.personId } });
    await arrive(services, designer, 'intention');
    expect((await now(designer, 'intention')).location).to.equal(page(designer, 'map'));
    expect((await designer.get(page(designer, 'intention'))).location).to.equal(page(designer, 'map'));
  });

  it('writes nothing', async () => {
    const person = await signIn(services, { role: 'learner', view: 'intention' });
    await publishMap(services, person);
    await now(person, 'intention');
    expect(await services.database.models.participations.count()).to.equal(0);
  });

  it('lets a learner press "I have finished the course" and go on to the intention', async () => {
    const person = await signIn(services, { role: 'learner', view: 'map' });
    await publishMap(services, person);
    await arrive(services, person, 'map');
    const before = await person.get(page(person, 'intention'));
    expect(before.text)
      .to.contain('I have finished the course')
      .and.to.contain(`action="${page(person, 'finish')}"`);
    expect((await person.post(page(person, 'finish'))).location).to.equal(page(person, 'intention'));
    expect((await person.get(page(person, 'intention'))).location).to.equal(page(person, 'intention/welcome'));
  });
});

describe('the preview of the intention', () => {
  let services: TestServices;

  before(async () => {
    services = await startTestServices();
  });
  after(() => services.stop());
  beforeEach(() => services.empty());

  /** What the form of a page carries along. */
  function carriedIn(text: string): string {
    const escaped = /name="carried" value="([^"]*)"/.exec(text)?.[1] ?? '';
    return escaped
      .replaceAll('&#34;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  }

  it('leads a designer through the same screens to the end, and stores nothing', async () => {
    const designer = await signIn(services, { role: 'instructor' });
    const map = await publishMap(services, designer);
    const base = `/courses/${designer.courseId}/preview`;
    let shown = await designer.get(base);
    expect(shown.text).to.contain('Nothing is stored').and.to.contain('not what you chose');
    const walk: [string, Record<string, string | string[]>, string][] = [
      ['welcome', {}, 'Choose 1 to 3 things'],
      ['choose', { behaviours: [behavioursOf(map)[0]?.stableId ?? ''] }, 'how often did you do this'],
      ['about-1', { before: 'FQ1', level: 'CM3' }, 'Make it concrete'],
      ['plan-1', { when: '<b>call</b>', then: 'ask' }, 'Say it once in your head'],
      ['say-1', {}, 'first occasion'],
      ['occasion-1', {}, 'get in the way'],
      ['hurdle-1', {}, 'May we ask you'],
      ['permission', { permission: 'yes' }, 'missing in the map'],
      ['missing', {}, 'Is this what you mean'],
      ['summary', {}, 'End of the preview'],
    ];
    for (const [step, form, next] of walk) {
      shown = await designer.post(`${base}/${step}`, { go: 'next', carried: carriedIn(shown.text), ...form });
      expect(shown.status, step).to.equal(200);
      expect(shown.text, step).to.contain(next).and.to.contain('im-banner').and.not.to.contain('<b>call');
    }
    expect(shown.text).to.contain('23 March 2026');
    const { drafts, intentions, participations, runs } = services.database.models;
    expect(await Promise.all([drafts.count(), intentions.count(), participations.count(), runs.count()])).to.deep.equal([0, 0, 0, 0]);
  });

  it('shows faults, the way back and the honest exit as learners see them', async () => {
    const designer = await signIn(services, { role: 'instructor', language: 'nl' });
    await publishMap(services, designer);
    const base = `/courses/${designer.courseId}/preview`;
    const none = await designer.post(`${base}/choose`, { go: 'next', carried: '{"at":"choose","steps":{}}' });
    expect(none.status).to.equal(422);
    expect(none.text).to.contain('Kies er minstens één');
    expect((await designer.post(`${base}/choose`, { go: 'leave', carried: 'spoiled' })).text).to.contain('Nu geen voornemen');
    expect((await designer.post(`${base}/exit`, { go: 'next', reasons: 'F02_TIME' })).text).to.contain('Bedankt voor je eerlijkheid');
    expect((await designer.get(`${base}/summary`)).location).to.equal(base);
    const forged = await designer.post(`${base}/summary`, { go: 'next', carried: '{"at":"summary","steps":{"__proto__":{"x":"y"}}}' });
    expect(forged.status).to.equal(303);
  });

  it('asks a designer without a map to choose one, and refuses learners', async () => {
    const designer = await signIn(services, { role: 'instructor' });
    expect((await designer.get(`/courses/${designer.courseId}/preview`)).text).to.contain(`/courses/${designer.courseId}/start`);
    const learner = await signIn(services, { role: 'learner', course: designer });
    expect((await learner.get(`/courses/${designer.courseId}/preview`)).status).to.equal(403);
    expect((await designer.get(`/courses/${designer.courseId}/intention`)).status).to.equal(403);
  });
});
