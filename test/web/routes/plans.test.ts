import { expect } from 'chai';
import { allModels } from '../../../src/persistence/models/index.js';
import { DAY_MS } from '../../../src/shared/dates.js';
import { offerDueFollowUps } from '../../../src/usecases/follow-up/offer-due-follow-ups.js';
import { type SignedIn, signIn } from '../../support/sign-in.js';
import { followUpIdOf, stateIntentionAs } from '../../support/state-intention-as.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('my plan', () => {
  let services: TestServices;

  before(async () => {
    services = await startTestServices();
  });
  after(() => services.stop());
  beforeEach(async () => {
    await services.empty();
    services.calendarClock.set('2026-03-02T09:00:00.000Z');
  });

  const planOf = (browser: SignedIn): string => `/courses/${browser.courseId}/plan`;
  const offer = (personId: number): Promise<void> =>
    services.deps.data.write((repositories) => offerDueFollowUps(repositories, { personId }, services.calendarClock.now()));
  async function contents(): Promise<unknown> {
    const rows: Record<string, unknown> = {};
    for (const model of allModels(services.database.models)) rows[model.tableName] = (await model.findAll()).map((row) => row.get());
    return rows;
  }

  it('says kindly that there is none yet, and where to go', async () => {
    const browser = await signIn(services, { role: 'learner' });
    const page = await browser.get(planOf(browser));
    expect(page.status).to.equal(200);
    expect(page.text).to.include('No plan yet').and.to.include(`/courses/${browser.courseId}/map`).and.to.not.include('calendar.ics');
  });

  for (const [language, sentence, date, stop] of [
    ['en', 'When a customer asks for a product, then I will ask two questions about the reason.', '23 March 2026', 'Stop asking'],
    ['nl', 'Als a customer asks for a product, dan ga ik ask two questions about the reason.', '23 maart 2026', 'Niet meer vragen'],
  ] as const) {
    it(`shows the plan in own words and the coming dates (${language}), and writes nothing`, async () => {
      const browser = await signIn(services, { role: 'learner', language });
      const { commitments } = await stateIntentionAs(services, browser, { language });
      const before = await contents();
      for (const path of ['', '/calendar.ics', `/commitments/${commitments[0]?.id}/edit`]) {
        expect((await browser.get(planOf(browser) + path)).status, path).to.equal(200);
      }
      expect((await browser.get(planOf(browser))).text)
        .to.include(sentence)
        .and.to.include(date)
        .and.to.include(stop);
      expect(await contents()).to.deep.equal(before);
    });
  }

  it('takes a changed plan as a new row and keeps the earlier one', async () => {
    const browser = await signIn(services, { role: 'learner' });
    const { commitments } = await stateIntentionAs(services, browser);
    const id = commitments[0]?.id;
    const answer = await browser.post(`${planOf(browser)}/commitments/${id}/edit`, {
      when: 'somebody calls',
      then: 'listen first',
      go: 'next',
    });
    expect([answer.status, answer.location]).to.deep.equal([303, `${planOf(browser)}?done=changed#commitment-${id}`]);
    const rows = await services.database.models.plans.findAll({ where: { commitmentId: Number(id) }, order: [['id', 'ASC']] });
    expect(rows.map((row) => row.planThen)).to.deep.equal(['ask two questions about the reason', 'listen first']);
    const page = await browser.get(`${planOf(browser)}?done=changed`);
    expect(page.text)
      .to.include('When somebody calls, then I will listen first.')
      .and.to.include('Earlier plans')
      .and.to.include('with a changed plan');
  });

  it('adds a plan later for a behaviour without one', async () => {
    const browser = await signIn(services, { role: 'learner' });
    const { commitments } = await stateIntentionAs(services, browser, { chosen: [{}, { stableId: 'B2', plan: null }] });
    const second = commitments[1];
    expect((await browser.get(planOf(browser))).text).to.include('Add a plan');
    const answer = await browser.post(`${planOf(browser)}/commitments/${second?.id}/edit`, { when: '', then: 'sum up', go: 'next' });
    expect(answer.location).to.include('done=added');
    const kept = await services.database.models.commitments.findByPk(second?.id);
    expect(kept?.state).to.equal('active');
    expect((await browser.get(planOf(browser))).text).to.include('I will sum up.');
  });

  it('switches the language on the form of a plan and keeps what was typed; nothing is stored', async () => {
    const browser = await signIn(services, { role: 'learner' });
    const { commitments } = await stateIntentionAs(services, browser);
    const path = `${planOf(browser)}/commitments/${commitments[0]?.id}/edit`;
    const answer = await browser.post(path, { when: 'somebody calls', then: '', go: 'language-nl' });
    expect(answer.status).to.equal(200);
    expect(answer.text).to.include('<html lang="nl">').and.to.include('>Mijn plan<').and.to.include('somebody calls');
    expect(answer.text).to.not.include('im-errors');
    expect((await browser.get(planOf(browser))).text).to.include('<html lang="nl">');
    expect(await services.database.models.plans.count()).to.equal(1);
  });

  it('keeps what is too long or missing on the page, beside its message', async () => {
    const browser = await signIn(services, { role: 'learner' });
    const { commitments } = await stateIntentionAs(services, browser);
    const path = `${planOf(browser)}/commitments/${commitments[0]?.id}/edit`;
    const long = 'x'.repeat(10_000);
    const tooLong = await browser.post(path, { when: long, then: 'listen', go: 'next' });
    expect(tooLong.status).to.equal(422);
    expect(tooLong.text).to.include(long).and.to.include('10000 characters long; at most 200 fit').and.to.include('href="#field-when"');
    const missing = await browser.post(path, { when: '<b>here</b>', then: '  ', go: 'next' });
    expect(missing.status).to.equal(422);
    expect(missing.text).to.include('&lt;b&gt;here&lt;/b&gt;').and.to.include('Fill in what you will do.');
    expect(await services.database.models.plans.count()).to.equal(1);
  });

  for (const [action, state] of [
    ['let-go', 'let_go'],
    ['habit', 'habit'],
    ['na', 'na'],
  ] as const) {
    it(`ends a behaviour with one press (${action}) and takes it up again with another`, async () => {
      const browser = await signIn(services, { role: 'learner' });
      const { commitments } = await stateIntentionAs(services, browser);
      const id = Number(commitments[0]?.id);
      const stateNow = async () => (await services.database.models.commitments.findByPk(id))?.state;
      const answer = await browser.post(`${planOf(browser)}/commitments/${id}/${action}`);
      expect([answer.status, answer.location]).to.deep.equal([303, `${planOf(browser)}?done=${action}#commitment-${id}`]);
      expect(await stateNow()).to.equal(state);
      expect((await browser.get(planOf(browser))).text).to.include('Take it up again');
      await browser.post(`${planOf(browser)}/commitments/${id}/resume`);
      expect(await stateNow()).to.equal('active');
    });
  }

  it('settles a survey that stood open when everything in it is let go, so that it is no silence', async () => {
    const browser = await signIn(services, { role: 'learner' });
    const { id, commitments } = await stateIntentionAs(services, browser);
    services.calendarClock.advance(22 * DAY_MS);
    await offer(browser.personId);
    await browser.post(`${planOf(browser)}/commitments/${commitments[0]?.id}/let-go`);
    const followUp = await services.deps.data.read.followUps.find(await followUpIdOf(services, id, 'W1'));
    expect(followUp?.state).to.equal('answered');
    const response = await services.deps.data.read.followUps.findResponse(followUp?.id ?? 0);
    expect(response?.isCarried).to.equal(true);
    expect(response?.answers.map(({ item, code }) => [item, code])).to.deep.equal([['CHK02', 'ST_DROPPED']]);
  });

  it('stops every question with one press; a second press changes nothing', async () => {
    const browser = await signIn(services, { role: 'learner' });
    const { id } = await stateIntentionAs(services, browser);
    const stop = () => browser.post(`${planOf(browser)}/stop`);
    expect((await stop()).location).to.equal(`${planOf(browser)}?done=stopped`);
    const states = async () =>
      (await services.deps.data.read.followUps.listOfIntention(id)).map(({ state, reason }) => `${state}/${reason}`);
    expect(await states()).to.deep.equal(['cancelled/stopped', 'cancelled/stopped', 'cancelled/stopped']);
    const stoppedAt = (await services.deps.data.read.intentions.getIntention(id)).stoppedAt;
    services.calendarClock.advance(DAY_MS);
    await stop();
    expect((await services.deps.data.read.intentions.getIntention(id)).stoppedAt).to.deep.equal(stoppedAt);
    expect((await browser.get(planOf(browser))).text).to.include('You asked us to stop on 2 March 2026');
  });

  it('shows a survey that is open here, and one in another course of the same site', async () => {
    const here = await signIn(services, { role: 'learner' });
    await stateIntentionAs(services, here);
    services.calendarClock.advance(22 * DAY_MS);
    await offer(here.personId);
    const page = await here.get(planOf(here));
    expect(page.text)
      .to.match(new RegExp(`/courses/${here.courseId}/follow-ups/\\d+`))
      .and.to.include('Answer now');
    const { models } = services.database;
    const now = services.calendarClock.now();
    const other = await models.courses.create({
      platformId: here.platformId,
      ltiContextId: 'other',
      title: 'Another <course>',
      label: 'X',
      kind: 'course',
      createdAt: now,
      updatedAt: now,
    });
    const seen = { firstSeenAt: now, lastSeenAt: now };
    await models.enrolments.create({ personId: here.personId, courseId: other.id, role: 'learner', wasInstructor: false, ...seen });
    const elsewhere = await here.get(`/courses/${other.id}/plan`);
    expect(elsewhere.text).to.include('Answer about Customer-focused advice').and.to.include(`/courses/${here.courseId}/follow-ups/`);
    expect(elsewhere.text).to.include('Another &lt;course&gt;').and.to.not.include('Answer now');
  });

  it('is a calendar file with the plan and the coming questions', async () => {
    const browser = await signIn(services, { role: 'learner', view: 'intention' });
    await stateIntentionAs(services, browser);
    const file = await browser.get(`${planOf(browser)}/calendar.ics`);
    const text = file.text.replace(/\r\n[ \t]/g, '');
    expect(file.headers.get('content-type')).to.include('text/calendar');
    expect(text.match(/BEGIN:VEVENT/g)).to.have.length(4);
    expect(text)
      .to.include('SUMMARY:My plan: When a customer asks for a product\\, then I will')
      .and.to.include('RRULE:FREQ=WEEKLY;INTERVAL=1;COUNT=4');
    expect(text)
      .to.include('DTSTART;VALUE=DATE:20260323')
      .and.to.include('DTSTART;VALUE=DATE:20260531')
      .and.to.include('DTSTART;VALUE=DATE:20260829');
    expect(text).to.include('DTEND;VALUE=DATE:20260324').and.to.include('DTEND;VALUE=DATE:20260601').and.to.not.include('DURATION');
    expect(text).to.include('/mod/lti/view.php?l=').and.to.include('CLASS:PRIVATE');
  });

  it('announces no question that will not come: once let go none, as a habit only the last', async () => {
    const browser = await signIn(services, { role: 'learner' });
    const { commitments } = await stateIntentionAs(services, browser);
    const path = `${planOf(browser)}/commitments/${commitments[0]?.id}`;
    const announced = async () => {
      const [page, data, file] = await Promise.all(
        [planOf(browser), `/courses/${browser.courseId}/my-data`, `${planOf(browser)}/calendar.ics`].map((one) => browser.get(one)),
      );
      const count = (text: string | undefined, words: RegExp): number => text?.match(words)?.length ?? 0;
      return [count(page?.text, /Around /g), count(data?.text, /Around /g), count(file?.text, /UID:question/g)];
    };
    expect(await announced()).to.deep.equal([3, 3, 3]);
    await browser.post(`${path}/habit`);
    expect(await announced()).to.deep.equal([1, 1, 1]);
    await browser.post(`${path}/resume`);
    await browser.post(`${path}/let-go`);
    expect(await announced()).to.deep.equal([0, 0, 0]);
    const { text } = await browser.get(planOf(browser));
    expect(text).to.include('Nothing to ask, as things stand now').and.to.not.include('calendar.ics');
  });

  it('belongs to one person: of others there is nothing to see or to change', async () => {
    const owner = await signIn(services, { role: 'learner' });
    const stranger = await signIn(services, { role: 'learner', course: owner });
    const teacher = await signIn(services, { role: 'instructor', course: owner });
    const { commitments } = await stateIntentionAs(services, owner);
    const id = commitments[0]?.id;
    for (const action of ['let-go', 'habit', 'na', 'resume']) {
      expect((await stranger.post(`${planOf(owner)}/commitments/${id}/${action}`)).status, action).to.equal(404);
    }
    const edit = `${planOf(owner)}/commitments/${id}/edit`;
    expect((await stranger.get(edit)).status).to.equal(404);
    expect((await stranger.post(edit, { then: 'mine now', go: 'next' })).status).to.equal(404);
    expect((await stranger.get(planOf(owner))).text).to.not.include('asks for a product');
    expect((await teacher.get(planOf(owner))).status).to.equal(403);
    const { state, plans } = (await services.deps.data.read.intentions.listIntentionsOf(owner.personId))[0]?.commitments[0] ?? {};
    expect([state, plans?.length]).to.deep.equal(['active', 1]);
  });
});
