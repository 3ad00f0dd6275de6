import { expect } from 'chai';
import { TEMPLATES } from '../../../src/domain/impact-map/templates/index.js';
import type { Language } from '../../../src/shared/language.js';
import { baseUrlOf, type SignedIn, signIn } from '../../support/sign-in.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

const HOSTILE = '<img src=x onerror="alert(1)">\'&"</a></foreignObject></svg><script>alert(2)</script>';

describe('GET /courses/:courseId/map', () => {
  let services: TestServices;
  before(async () => {
    services = await startTestServices();
  });
  beforeEach(() => services.empty());
  after(() => services.stop());

  const mapOf = (person: SignedIn) => `/courses/${person.courseId}/map`;
  async function learnerWithMap(language: Language, templateCode = 'A'): Promise<SignedIn> {
    const learner = await signIn(services, { role: 'learner', language });
    await services.web.maps.chooseTemplate({ courseId: learner.courseId, personId: learner.personId, templateCode });
    return learner;
  }
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&#34;').replaceAll("'", '&#39;');

  for (const language of ['en', 'nl'] as const) {
    for (const template of TEMPLATES) {
      it(`prints every element of template ${template.code} in the picture and in the list (${language})`, async () => {
        const learner = await learnerWithMap(language, template.code);
        const { status, text } = await learner.get(mapOf(learner));
        expect(status).to.equal(200);
        const [picture = '', list = ''] = text.split('class="im-paths"');
        for (const element of template.elements) {
          expect(picture, element.stableId).to.include(`id="${element.stableId}" href="?element=${element.stableId}#${element.stableId}"`);
          expect(picture).to.include(escaped(element.text[language]));
          expect(list).to.include(escaped(element.text[language]));
        }
        expect(text.match(/<path class="im-line/g)).to.have.length(template.links.length);
        expect(text).to.include(`<html lang="${language}">`);
        expect(text).to.include(escaped(template.title[language]));
      });
    }
  }

  it('has no inline style, no inline script and no id twice', async () => {
    const learner = await learnerWithMap('nl');
    const { text, headers } = await learner.get(`${mapOf(learner)}?element=S2`);
    expect(text).to.not.match(/\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(headers.get('content-security-policy')).to.include("style-src 'self'");
    expect(headers.get('cache-control')).to.equal('no-store');
  });

  it('lights up the path of the chosen element, and tells it in words', async () => {
    const learner = await learnerWithMap('en');
    const { text } = await learner.get(`${mapOf(learner)}?element=B1`);
    const boxOf = (id: string) => text.match(new RegExp(`<a class="im-box([^"]*)" id="${id}"[^>]*>`));
    for (const id of ['T1', 'I1', 'I3', 'C1', 'B1', 'S1', 'O1', 'G1']) expect(boxOf(id)?.[1], id).to.include('is-on');
    for (const id of ['I2', 'C2', 'B2', 'B3', 'S2']) expect(boxOf(id)?.[1], id).to.include('is-off');
    expect(boxOf('B1')?.[0]).to.include('aria-current="true"').and.to.include('href="?"');
    expect(text.match(/<path class="im-line is-on/g)).to.have.length(8);
    const words = text.match(/<ol class="im-chosen-steps[\s\S]*?<\/ol>/)?.[0] ?? '';
    const order = [
      'Counter and phone',
      'One-day training',
      'Can ask open',
      'first asks two',
      'Contact rating',
      'Repeat contacts',
      'Customers choose',
    ];
    const places = order.map((part) => words.indexOf(part));
    expect(places).to.not.include(-1);
    expect(places).to.deep.equal([...places].sort((a, b) => a - b));
    expect(words).to.not.include('Listening in');
  });

  it('warns of the direction trap where a figure rises before it falls', async () => {
    const learner = await learnerWithMap('nl', 'C');
    expect((await learner.get(`${mapOf(learner)}?element=S2`)).text).to.include('Een stijging in de eerste maanden is een goed teken.');
    expect((await learner.get(`${mapOf(learner)}?element=S1`)).text).to.not.include('Een stijging in de eerste maanden');
  });

  it('lights up nothing for an element that is not there, is given twice or is far too long', async () => {
    const learner = await learnerWithMap('en');
    for (const query of ['element=X9', 'element=B1&element=B2', `element=${'B'.repeat(5000)}`, `element=${encodeURIComponent(HOSTILE)}`]) {
      const { status, text } = await learner.get(`${mapOf(learner)}?${query}`);
      expect(status, query).to.equal(200);
      expect(text).to.not.include('is-on').and.to.not.include('aria-current="true"').and.to.not.include(HOSTILE);
    }
  });

  it('prints hostile texts as texts, in title, boxes, lists and words', async () => {
    const learner = await signIn(services, { role: 'learner', courseTitle: HOSTILE });
    const hostile = { en: HOSTILE, nl: HOSTILE };
    const element = (stableId: string, stage: 'work_behaviour' | 'success_indicator') => ({
      ...{ stableId, stage, position: 1, text: hostile, occasion: null, details: {} },
    });
    await services.deps.data.write(({ impactMaps }) =>
      impactMaps.addPublished(
        {
          ...{ courseId: learner.courseId, templateCode: null, title: hostile, publishedById: null },
          elements: [element('"><i>', 'work_behaviour'), element('S1', 'success_indicator')],
          links: [{ from: '"><i>', to: 'S1', assumption: null, confidence: null }],
        },
        services.calendarClock.now(),
      ),
    );
    for (const query of ['', `?element=${encodeURIComponent('"><i>')}`]) {
      const { status, text } = await learner.get(mapOf(learner) + query);
      expect(status).to.equal(200);
      expect(text)
        .to.include(escaped(HOSTILE))
        .and.to.not.include('<img src=x')
        .and.to.not.include('<i>')
        .and.to.not.include('alert(2)</script>');
      expect(text.match(/<foreignObject/g)?.length).to.equal(text.match(/<\/foreignObject/g)?.length);
    }
  });

  it('shows the other language where a text has only one', async () => {
    const learner = await signIn(services, { role: 'learner', language: 'nl' });
    await services.deps.data.write(({ impactMaps }) =>
      impactMaps.addPublished(
        {
          ...{ courseId: learner.courseId, templateCode: null, title: { en: 'Only English', nl: '' }, publishedById: null, links: [] },
          elements: [
            { stableId: 'B1', stage: 'work_behaviour', position: 1, text: { en: 'Only here', nl: '' }, occasion: null, details: {} },
          ],
        },
        services.calendarClock.now(),
      ),
    );
    expect((await learner.get(mapOf(learner))).text)
      .to.include('Only English')
      .and.to.include('Only here');
  });

  it('offers what fits: finishing below the map, and only where no intention activity is placed', async () => {
    const learner = await learnerWithMap('en');
    const page = (await learner.get(mapOf(learner))).text;
    expect(page).to.include(`action="/courses/${learner.courseId}/finish"`).and.to.include('I have finished the course');
    expect(page).to.include('<details class="im-card im-explain" open>');
    expect(page.indexOf('I have finished the course')).to.be.greaterThan(page.indexOf('class="im-paths"'));
    await signIn(services, { role: 'learner', view: 'intention', course: learner });
    expect((await learner.get(mapOf(learner))).text).to.not.include('/finish');
  });

  it('offers to state an intention once the course is finished', async () => {
    const learner = await learnerWithMap('nl');
    const startedAt = services.calendarClock.now();
    const { models } = services.database;
    const run = await models.runs.create({ courseId: learner.courseId, number: 1, isCurrent: true, smallestGroup: 5, startedAt });
    const row = { runId: run.id, personId: learner.personId, attempt: 1, enrolledAt: startedAt, completedAt: startedAt };
    const participation = await models.participations.create(row);
    const page = (await learner.get(mapOf(learner))).text;
    expect(page).to.include(`href="/courses/${learner.courseId}/intention"`).and.to.not.include('/finish');
    const map = await services.web.maps.openMap({ courseId: learner.courseId });
    const submitted = {
      participationId: participation.id,
      mapVersionId: map?.id ?? 0,
      outcome: 'stated',
      submittedAt: startedAt,
      language: 'nl',
    };
    await models.intentions.create(submitted);
    expect((await learner.get(mapOf(learner))).text)
      .to.include('Je voornemen is bewaard')
      .and.to.not.include('/intention"');
  });

  it("shows designers the map without a learner's buttons", async () => {
    const learner = await learnerWithMap('en');
    const designer = await signIn(services, { role: 'instructor', course: learner });
    const page = (await designer.get(mapOf(designer))).text;
    expect(page).to.include('id="B1"').and.to.not.include('/finish').and.to.not.include('im-explain');
  });

  it('without a map tells learners "not ready yet", and brings designers to the start page', async () => {
    const learner = await signIn(services, { role: 'learner', language: 'nl' });
    const answer = await learner.get(mapOf(learner));
    expect([answer.status, answer.text.includes('Nog niet klaar')]).to.deep.equal([200, true]);
    const designer = await signIn(services, { role: 'instructor', course: learner });
    const sent = await designer.get(mapOf(designer));
    expect([sent.status, sent.location]).to.deep.equal([303, `/courses/${designer.courseId}/start`]);
  });

  it('is closed to people of another course and to nobody in particular', async () => {
    const learner = await learnerWithMap('en');
    const stranger = await signIn(services, { role: 'instructor', isAdministrator: true });
    expect((await stranger.get(mapOf(learner))).status).to.equal(404);
    expect((await fetch(new URL(mapOf(learner), await baseUrlOf(services)))).status).to.equal(401);
  });
});
