import { expect } from 'chai';
import type { WaveCode } from '../../../src/domain/follow-up/wave.js';
import { allModels } from '../../../src/persistence/models/index.js';
import { DAY_MS } from '../../../src/shared/dates.js';
import { offerDueFollowUps } from '../../../src/usecases/follow-up/offer-due-follow-ups.js';
import { type Answer, type SignedIn, signIn } from '../../support/sign-in.js';
import { followUpIdOf, stateIntentionAs } from '../../support/state-intention-as.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

const DAYS: Record<WaveCode, number> = { W1: 22, W2: 91, W3: 181 };

describe('the surveys', () => {
  let services: TestServices;

  before(async () => {
    services = await startTestServices();
  });
  after(() => services.stop());
  beforeEach(async () => {
    await services.empty();
    services.calendarClock.set('2026-03-02T09:00:00.000Z');
  });

  /** A learner with an intention whose wave a launch offered; answers their browser and the survey's address. */
  async function offered(
    wave: WaveCode,
    options: Parameters<typeof stateIntentionAs>[2] & { course?: SignedIn } = {},
  ): Promise<{ browser: SignedIn; url: string; followUpId: number; commitmentIds: number[] }> {
    const browser = await signIn(services, {
      role: 'learner',
      language: options.language ?? 'en',
      ...(options.course ? { course: options.course } : {}),
    });
    const intention = await stateIntentionAs(services, browser, options);
    services.calendarClock.set(new Date(new Date('2026-03-02T09:00:00.000Z').getTime() + DAYS[wave] * DAY_MS));
    await offer(browser.personId);
    const followUpId = await followUpIdOf(services, intention.id, wave);
    const url = `/courses/${browser.courseId}/follow-ups/${followUpId}`;
    return { browser, url, followUpId, commitmentIds: intention.commitments.map(({ id }) => id) };
  }
  const offer = (personId: number): Promise<void> =>
    services.deps.data.write((repositories) => offerDueFollowUps(repositories, { personId }, services.calendarClock.now()));

  /** Posts screen after screen, following each redirect; answers the screens that were passed and the last answer. */
  async function walk(
    { browser, url }: { browser: SignedIn; url: string },
    screens: Record<string, Record<string, string | string[]>>,
  ): Promise<{ passed: string[]; last: Answer }> {
    const passed: string[] = [];
    let last = await browser.get(url);
    while (last.status === 303 && last.location?.startsWith(`${url}/`)) {
      const step = last.location.slice(url.length + 1);
      expect((await browser.get(last.location)).status, step).to.equal(200);
      expect(passed, 'a screen comes once').to.not.include(step);
      passed.push(step);
      last = await browser.post(last.location, { go: 'next', ...screens[step] });
      expect(last.status, `${step}: ${last.text}`).to.equal(303);
    }
    return { passed, last };
  }
  async function answersOf(followUpId: number): Promise<(string | null)[][]> {
    const response = await services.deps.data.read.followUps.findResponse(followUpId);
    return (response?.answers ?? []).map(({ item, code, text }) => [item, code ?? text]);
  }
  async function contents(): Promise<unknown> {
    const rows: Record<string, unknown> = {};
    for (const model of allModels(services.database.models)) rows[model.tableName] = (await model.findAll()).map((row) => row.get());
    return rows;
  }

  describe('the check-in', () => {
    it('asks two screens for a behaviour that goes well, and is closed once sent', async () => {
      const survey = await offered('W1');
      const { passed, last } = await walk(survey, { 'status-1': { CHK01: 'OP2', CHK02: 'ST_REGULAR' }, 'next-1': { CHK04: 'NX_KEEP' } });
      expect(passed).to.deep.equal(['status-1', 'next-1', 'send']);
      expect(last.location).to.equal(`${survey.url}?sent=now`);
      expect(await answersOf(survey.followUpId)).to.deep.equal([
        ['CHK01', 'OP2'],
        ['CHK02', 'ST_REGULAR'],
        ['CHK04', 'NX_KEEP'],
      ]);
      const thanks = await survey.browser.get(`${survey.url}?sent=now`);
      expect(thanks.text).to.include('Thank you!').and.to.include('Before the course').and.to.include('After 3 weeks');
      expect(await services.database.models.drafts.count()).to.equal(0);
    });

    for (const [choice, told, untold] of [
      ['NX_KEEP', 'We ask you once more around', 'the last time we asked'],
      ['NX_LET_GO', 'the last time we asked', 'We ask you once more'],
    ] as const) {
      it(`announces the next question only while there is something left to ask about (${choice})`, async () => {
        const survey = await offered('W1');
        await walk(survey, { 'status-1': { CHK02: 'ST_REGULAR' }, 'next-1': { CHK04: choice } });
        const { text } = await survey.browser.get(survey.url);
        expect(text).to.include(told).and.to.not.include(untold);
      });
    }

    for (const [language, quote, next] of [
      ['en', 'You wrote: “When a customer asks for a product, then I will ask two questions about the reason.”', 'Next'],
      ['nl', 'Je schreef: “Als a customer asks for a product', 'Verder'],
    ] as const) {
      it(`quotes the person's own plan (${language}), and reading writes nothing`, async () => {
        const { browser, url } = await offered('W1', { language });
        const before = await contents();
        expect((await browser.get(url)).location).to.equal(`${url}/status-1`);
        const page = await browser.get(`${url}/status-1`);
        expect(page.text).to.include(quote).and.to.include(next);
        expect(page.text).to.include(language === 'en' ? 'About 1 minute' : 'Ongeveer 1 minuut');
        await browser.get(`${url}/next-1`);
        expect(await contents()).to.deep.equal(before);
      });
    }

    it('asks what was in the way only where it does not go regularly, in an own order with "something else" last', async () => {
      const { browser, url } = await offered('W1');
      await browser.post(`${url}/status-1`, { CHK02: 'ST_NOT_YET', go: 'next' });
      const page = (await browser.get(`${url}/next-1`)).text;
      const order = [...page.matchAll(/name="CHK03" value="(\w+)"/g)].map((match) => match[1]);
      expect(order).to.have.length(14);
      expect(order.at(-1)).to.equal('F98_OTHER');
      await browser.post(`${url}/status-1`, { CHK02: 'ST_REGULAR', go: 'next' });
      expect((await browser.get(`${url}/next-1`)).text).to.not.include('CHK03');
    });

    it('takes a new plan where the person wants to adjust it', async () => {
      const survey = await offered('W1');
      const { passed } = await walk(survey, {
        'status-1': { CHK02: 'ST_SOMETIMES' },
        'next-1': { CHK03: 'F02_TIME', CHK04: 'NX_ADJUST' },
        'plan-1': { when: 'the phone rings', then: 'breathe first' },
      });
      expect(passed).to.deep.equal(['status-1', 'next-1', 'plan-1', 'send']);
      const { state, plans } =
        (await services.deps.data.read.intentions.listIntentionsOf(survey.browser.personId))[0]?.commitments[0] ?? {};
      expect([state, plans?.map(({ then }) => then)]).to.deep.equal(['adjusted', ['breathe first', 'ask two questions about the reason']]);
    });
  });

  describe('the main follow-up', () => {
    it('asks everything that fits who applies it, and nothing of it counts before it is sent', async () => {
      const survey = await offered('W2');
      const { browser, url, followUpId } = survey;
      const { passed, last } = await walk(survey, {
        'status-1': { FUP01: 'OP3', FUP02: 'ST_SOMETIMES' },
        'practice-1': { FUP03: 'FQ2', FUP04: 'RS_SOME' },
        'indicator-1': { FUP05: 'IN_P1', FUP05E: 'EV_TOLD' },
        'indicator-2': { FUP05: 'IN_X', FUP05E: 'EV_TOLD' },
        helped: { FUP06: ['F03_HABIT', 'F08_COLLEAGUES'] },
        hindered: { FUP07: 'F02_TIME' },
        course: { FUP08: 'CB_PART', FUP09: ['OC_COLLEAGUE'] },
        story: { FUP10: 'It worked <b>well</b>.' },
        'next-1': { FUP11: 'NX_HABIT' },
        send: { FUP12: 'More practice' },
      });
      expect(passed.filter((step) => !step.startsWith('indicator'))).to.deep.equal([
        'status-1',
        'practice-1',
        'helped',
        'hindered',
        'course',
        'story',
        'next-1',
        'send',
      ]);
      expect(last.location).to.equal(`${url}?sent=now`);
      const answers = await answersOf(followUpId);
      expect(answers)
        .to.deep.include(['FUP03', 'FQ2'])
        .and.to.deep.include(['FUP06', 'F08_COLLEAGUES'])
        .and.to.deep.include(['FUP12', 'More practice']);
      const commitment = (await services.deps.data.read.intentions.listIntentionsOf(browser.personId))[0]?.commitments[0];
      expect(commitment?.state).to.equal('habit');
      const plan = await browser.get(`/courses/${browser.courseId}/plan`);
      expect(plan.text)
        .to.include('It worked &lt;b&gt;well&lt;/b&gt;.')
        .and.to.include('Your answers of')
        .and.to.include('I do it now and then');
    });

    it('asks once about each indicator that a behaviour is linked to', async () => {
      const { browser, url, followUpId } = await offered('W2', { chosen: [{}, { stableId: 'B2', plan: null }] });
      const { passed } = await walk({ browser, url }, { 'status-1': { FUP02: 'ST_REGULAR' }, 'status-2': { FUP02: 'ST_NOT_YET' } });
      const indicators = passed.filter((step) => step.startsWith('indicator'));
      const map = await services.web.maps.openMap({ courseId: browser.courseId });
      const linked = new Set(
        map?.links
          .filter(
            ({ from, to }) =>
              ['B1', 'B2'].includes(from) && map.elements.some((one) => one.stableId === to && one.stage === 'success_indicator'),
          )
          .map(({ to }) => to),
      );
      expect(indicators).to.have.length(linked.size);
      expect(linked.size).to.be.greaterThan(0);
      expect(passed).to.not.include('practice-2');
      expect(await answersOf(followUpId)).to.deep.equal([
        ['FUP02', 'ST_REGULAR'],
        ['FUP02', 'ST_NOT_YET'],
      ]);
    });

    it('asks neither frequency, result nor the part of the course where it was not applied', async () => {
      const survey = await offered('W2');
      const { passed } = await walk(survey, { 'status-1': { FUP02: 'ST_NOT_YET' } });
      expect(passed).to.include.members(['hindered', 'story']);
      for (const step of ['practice-1', 'course']) expect(passed).to.not.include(step);
    });

    it('takes "no longer applies" as the end of a behaviour, without asking for its plan', async () => {
      const survey = await offered('W2');
      const { passed } = await walk(survey, { 'status-1': { FUP02: 'ST_NA' } });
      expect(passed).to.not.include('next-1');
      const commitment = (await services.deps.data.read.intentions.listIntentionsOf(survey.browser.personId))[0]?.commitments[0];
      expect(commitment?.state).to.equal('na');
    });

    it('carries on what was let go before, and does not ask about it again', async () => {
      const { browser, url, followUpId, commitmentIds } = await offered('W2', {
        chosen: [{}, { stableId: 'B2', plan: null }, { stableId: 'B3', level: 'CM0' }],
      });
      await services.web.plans.letGo({ ...browser, commitmentId: Number(commitmentIds[0]) });
      const { passed } = await walk({ browser, url }, { 'status-1': { FUP02: 'ST_REGULAR' } });
      expect(passed.filter((step) => step.startsWith('status'))).to.deep.equal(['status-1']);
      const response = await services.deps.data.read.followUps.findResponse(followUpId);
      expect(response?.answers.map(({ commitmentId, code, isCarried }) => [commitmentId, code, isCarried])).to.deep.equal([
        [commitmentIds[1], 'ST_REGULAR', false],
        [commitmentIds[0], 'ST_DROPPED', true],
      ]);
    });
  });

  it('switches the language in the middle of a screen and keeps what was chosen there', async () => {
    const { browser, url } = await offered('W1');
    const answer = await browser.post(`${url}/status-1`, { go: 'language-nl', CHK02: 'ST_NOT_YET' });
    expect([answer.status, answer.location]).to.deep.equal([303, `${url}/status-1`]);
    const shown = await browser.get(`${url}/status-1`);
    expect(shown.text).to.include('<html lang="nl">');
    expect(shown.text).to.match(/value="ST_NOT_YET"[^>]*checked/);
    expect(await services.database.models.surveyResponses.count()).to.equal(0);
  });

  it('asks a habit once more at six months, with one factor each way', async () => {
    const { browser, url, commitmentIds } = await offered('W3');
    await services.web.plans.markHabit({ ...browser, commitmentId: Number(commitmentIds[0]) });
    const { passed } = await walk({ browser, url }, { 'status-1': { FUP02: 'ST_REGULAR' }, 'practice-1': { FUP03: 'FQ4' } });
    expect(passed).to.include.members(['status-1', 'practice-1', 'helped', 'hindered', 'next-1', 'send']);
    expect(passed).to.not.include('story');
    const two = await offered('W3', { course: browser });
    await two.browser.post(`${two.url}/status-1`, { FUP02: 'ST_REGULAR', go: 'next' });
    expect((await two.browser.get(`${two.url}/practice-1`)).status).to.equal(200);
  });

  it('keeps what is typed at each step, also what is not right yet, and goes on where the person left', async () => {
    const { browser, url } = await offered('W2');
    const missing = await browser.post(`${url}/status-1`, { FUP01: 'OP1', go: 'next' });
    expect(missing.status).to.equal(422);
    expect(missing.text)
      .to.match(/value="OP1"[^>]*checked/)
      .and.to.include('href="#field-FUP02"');
    expect((await browser.get(`${url}/status-1`)).text).to.match(/value="OP1"[^>]*checked/);
    await browser.post(`${url}/status-1`, { FUP02: 'ST_NOT_YET', go: 'next' });
    const later = await browser.post(`${url}/indicator-1`, { FUP05: 'IN_P1', go: 'leave' });
    expect(later.location).to.equal(`/courses/${browser.courseId}/plan`);
    expect((await browser.get(url)).location).to.equal(`${url}/indicator-1`);
    expect((await browser.get(`${url}/send`)).status).to.equal(200);
    expect((await browser.post(`${url}/indicator-1`, { go: 'back' })).location).to.equal(`${url}/status-1`);
  });

  it('keeps ten thousand characters on the page, and the message beside them', async () => {
    const { browser, url } = await offered('W2');
    await browser.post(`${url}/status-1`, { FUP02: 'ST_NOT_YET', go: 'next' });
    const long = 'é'.repeat(10_000);
    const answer = await browser.post(`${url}/story`, { FUP10: long, go: 'next' });
    expect(answer.status).to.equal(422);
    expect(answer.text).to.include(long).and.to.include('10000 characters long; at most 3000 fit');
    expect((await browser.post(`${url}/send`, { go: 'next' })).location).to.equal(`${url}/story`);
    expect(await services.database.models.surveyResponses.count()).to.equal(0);
  });

  it('refuses codes that were not offered', async () => {
    const { browser, url } = await offered('W1');
    expect((await browser.post(`${url}/status-1`, { CHK02: 'ST_HACKED', go: 'next' })).status).to.equal(422);
    expect((await browser.post(`${url}/status-1`, { CHK02: 'ST_REGULAR', FUP12: 'x', go: 'next' })).status).to.equal(400);
    await browser.post(`${url}/status-1`, { CHK02: 'ST_STOPPED', go: 'next' });
    expect((await browser.post(`${url}/next-1`, { CHK03: ['F02_TIME', 'F03_HABIT'], go: 'next' })).status).to.equal(422);
  });

  it('takes a form sent twice once, and says so', async () => {
    const survey = await offered('W1');
    const { browser, url } = survey;
    await browser.post(`${url}/status-1`, { CHK02: 'ST_REGULAR', go: 'next' });
    const both = await Promise.all([browser.post(`${url}/send`, { go: 'next' }), browser.post(`${url}/send`, { go: 'next' })]);
    expect(both.map(({ status }) => status)).to.deep.equal([303, 303]);
    expect(await services.database.models.surveyResponses.count()).to.equal(1);
    const third = await browser.post(`${url}/send`, { go: 'next' });
    expect(third.location).to.equal(url);
    expect((await browser.get(url)).text).to.include('You have sent these answers already');
  });

  it('takes a late answer for two weeks, marks it, and is closed after that', async () => {
    const { browser, url, followUpId } = await offered('W1');
    services.calendarClock.advance(20 * DAY_MS);
    await browser.post(`${url}/status-1`, { CHK02: 'ST_REGULAR', go: 'next' });
    expect((await browser.get(`${url}/next-1`)).text).to.include('Your answer still counts');
    const kept = services.calendarClock.now();
    services.calendarClock.advance(20 * DAY_MS);
    expect((await browser.get(url)).text).to.include('The time for these questions is over');
    expect((await browser.post(`${url}/send`, { go: 'next' })).location).to.equal(url);
    expect(await services.deps.data.read.followUps.findResponse(followUpId)).to.equal(null);
    services.calendarClock.set(kept);
    await browser.post(`${url}/send`, { go: 'next' });
    expect((await services.deps.data.read.followUps.findResponse(followUpId))?.isLate).to.equal(true);
  });

  it('is not open before its time, nor after "stop asking"', async () => {
    const { browser } = await offered('W1');
    const intention = (await services.deps.data.read.intentions.listIntentionsOf(browser.personId))[0];
    const early = `/courses/${browser.courseId}/follow-ups/${await followUpIdOf(services, Number(intention?.id), 'W2')}`;
    expect((await browser.get(early)).text).to.include('31 May 2026');
    const now = `/courses/${browser.courseId}/follow-ups/${await followUpIdOf(services, Number(intention?.id), 'W1')}`;
    const stop = `/courses/${browser.courseId}/plan/stop`;
    expect((await browser.get(`${now}/status-1`)).text, 'every screen offers what the message promises').to.include(`action="${stop}"`);
    await browser.post(stop);
    expect((await browser.get(now)).text).to.include('You asked us to stop');
  });

  it('belongs to one person in one course', async () => {
    const { browser, url, followUpId } = await offered('W1');
    const stranger = await signIn(services, { role: 'learner', course: browser });
    const elsewhere = await signIn(services, { role: 'learner' });
    const teacher = await signIn(services, { role: 'instructor', course: browser });
    for (const path of ['', '/status-1']) expect((await stranger.get(url + path)).status).to.equal(404);
    expect((await stranger.post(`${url}/status-1`, { CHK02: 'ST_REGULAR', go: 'next' })).status).to.equal(404);
    expect((await elsewhere.get(`/courses/${elsewhere.courseId}/follow-ups/${followUpId}`)).status).to.equal(404);
    expect((await teacher.get(url)).status).to.equal(403);
    expect((await browser.get(`/courses/${browser.courseId}/follow-ups/999999`)).status).to.equal(404);
  });

  it('shows how the group stands only after the own answer, and only what a release allows', async () => {
    const survey = await offered('W1');
    const { reports } = services.web;
    services.web.reports = {
      ...reports,
      openTotals: async () => ({ intended: { yes: 18, of: 25 }, tried: { wave: 'W1', yes: 12, of: 20 } }),
    };
    try {
      expect((await survey.browser.get(`${survey.url}/status-1`)).text).to.not.include('18 of the 25');
      await walk(survey, { 'status-1': { CHK02: 'ST_REGULAR' } });
      const { text } = await survey.browser.get(`${survey.url}?sent=now`);
      expect(text).to.include('18 of the 25 people').and.to.include('Of the 20 people who answered after 3 weeks, 12 had tried it');
    } finally {
      services.web.reports = reports;
    }
    expect((await survey.browser.get(survey.url)).text).to.not.include('Your group so far');
  });

  it('withdraws a message that was not sent yet', async () => {
    const survey = await offered('W1');
    const { browser, followUpId } = survey;
    const delivery = await services.deps.data.write((repositories) =>
      repositories.deliveries.add({ ...browser, followUpIds: [followUpId], kind: 'invite' }, services.calendarClock.now()),
    );
    await walk(survey, { 'status-1': { CHK02: 'ST_REGULAR' } });
    expect((await services.deps.data.read.deliveries.find(delivery?.id ?? 0))?.state).to.equal('cancelled');
  });
});
