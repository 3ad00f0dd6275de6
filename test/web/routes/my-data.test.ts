import { expect } from 'chai';
import { allModels } from '../../../src/persistence/models/index.js';
import { signIn } from '../../support/sign-in.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('my data', () => {
  let services: TestServices;

  before(async () => {
    services = await startTestServices();
  });
  after(() => services.stop());
  beforeEach(() => services.empty());

  async function countRows(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const model of allModels(services.database.models)) counts[model.tableName] = await model.count();
    return counts;
  }

  for (const [language, heading] of [
    ['en', 'My data'],
    ['nl', 'Mijn gegevens'],
  ] as const) {
    it(`shows what is kept in plain words (${language}) and writes nothing`, async () => {
      const browser = await signIn(services, { role: 'learner', language });
      const person = await services.database.models.people.findByPk(browser.personId, { rejectOnEmpty: true });
      const before = await countRows();
      for (const path of ['my-data', 'my-data/delete', 'my-data/download', 'my-data.json']) {
        const answer = await browser.get(`/courses/${browser.courseId}/${path}`);
        expect(answer.status, path).to.equal(200);
        expect(answer.headers.get('cache-control')).to.equal('no-store');
      }
      const page = await browser.get(`/courses/${browser.courseId}/my-data`);
      expect(page.text).to.include(`<h1>${heading}</h1>`).and.to.include(person.sub).and.to.include('Customer-focused advice');
      expect(await countRows()).to.deep.equal(before);
    });
  }

  it('is a file that stands on its own, and a JSON file', async () => {
    const browser = await signIn(services, { role: 'learner' });
    const page = await browser.get(`/courses/${browser.courseId}/my-data/download`);
    expect(page.headers.get('content-disposition')).to.include('my-data.html');
    expect(page.text).to.not.match(/(?:src|href)="(?!data:|#)/);
    const json = await browser.get(`/courses/${browser.courseId}/my-data.json`);
    expect(json.headers.get('content-disposition')).to.include('my-data.json');
    const exported = JSON.parse(json.text);
    expect(exported.tables.people).to.have.length(1);
    expect(exported.tables.enrolments).to.have.length(1);
    expect(json.text).to.not.match(/token_?hash/i);
  });

  it('prints what people and course sites typed as text', async () => {
    const browser = await signIn(services, { role: 'learner', courseTitle: '<img src=x onerror=alert(1)>' });
    await services.deps.data.write((repositories) =>
      repositories.intentions.saveDraft(
        browser.personId,
        {
          form: 'intention:1',
          stepValues: { own: '<script>alert(1)</script>' },
          expiresAt: new Date('2026-04-01T00:00:00Z'),
        },
        services.calendarClock.now(),
      ),
    );
    for (const path of ['my-data', 'my-data/download']) {
      const { text } = await browser.get(`/courses/${browser.courseId}/${path}`);
      expect(text)
        .to.include('&lt;script&gt;alert(1)')
        .and.to.include('&lt;img src=x')
        .and.to.not.include('<script>alert')
        .and.to.not.include('<img src=x');
    }
  });

  it('is deleted in two clicks: nothing of the person is left, they are signed out, and others keep theirs', async () => {
    const other = await signIn(services, { role: 'learner' });
    const browser = await signIn(services, { role: 'learner', course: other, language: 'nl' });
    const question = await browser.get(`/courses/${browser.courseId}/my-data/delete`);
    expect(question.text).to.include('reservekopieën');
    const answer = await browser.post(`/courses/${browser.courseId}/my-data/delete`);
    expect(answer.status).to.equal(303);
    expect(answer.location).to.equal('/my-data/deleted?language=nl');
    expect(answer.headers.get('set-cookie')).to.match(/sid=;/);
    expect((await browser.get(answer.location ?? '')).text).to.include('Alles over jou is verwijderd');
    expect((await browser.get(`/courses/${browser.courseId}/my-data`)).status).to.equal(401);
    expect((await other.get(`/courses/${other.courseId}/my-data`)).status).to.equal(200);
    const { people, enrolments, toolSessions } = services.database.models;
    expect([await people.count(), await enrolments.count(), await toolSessions.count()]).to.deep.equal([1, 1, 1]);
  });

  it('is not deleted without the form token', async () => {
    const browser = await signIn(services, { role: 'learner' });
    const answer = await browser.post(`/courses/${browser.courseId}/my-data/delete`, { csrf: 'of somebody else' });
    expect(answer.status).to.equal(403);
    expect(await services.database.models.people.count()).to.equal(1);
  });

  it('is of the own courses only, and open to teachers too', async () => {
    const stranger = await signIn(services, { role: 'learner' });
    const teacher = await signIn(services, { role: 'instructor' });
    expect((await stranger.get(`/courses/${teacher.courseId}/my-data`)).status).to.equal(404);
    expect((await teacher.get(`/courses/${teacher.courseId}/my-data`)).status).to.equal(200);
  });
});
