import { expect } from 'chai';
import { en } from '../../../src/i18n/en/index.js';
import { nl } from '../../../src/i18n/nl/index.js';
import { addMs, DAY_MS } from '../../../src/shared/dates.js';
import { type LearnerSpec, makeReportWorld, type ReportWorld } from '../../support/report-world.js';
import { type SignedIn, signIn } from '../../support/sign-in.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

/** Words a report never says (domain.md §3.7). */
const FORBIDDEN =
  /\b(caused|causes|proves?|proof|ROI|impact score|effectiveness|significant\w*|veroorzaak\w*|bewij\w*|rendement|impactscore)\b/i;

describe('the report page', () => {
  let services: TestServices;
  let teacher: SignedIn;
  let world: ReportWorld;
  const path = (): string => `/courses/${teacher.courseId}/report`;
  const answered = (status: string, more: LearnerSpec = {}): LearnerSpec => ({
    ...more,
    waves: { W2: { statuses: [status], hinder: ['F02_TIME'], help: ['F08_COLLEAGUES'] } },
  });
  const make = () => services.web.reports.makeDueReleases(services.calendarClock.now());

  before(async () => {
    services = await startTestServices();
  });
  beforeEach(async () => {
    teacher = await signIn(services, { role: 'instructor' });
    world = await makeReportWorld(services, teacher);
  });
  afterEach(() => services.empty());
  after(() => services.stop());

  it('is for instructors and administrators; a learner is refused, page and file alike', async () => {
    const learner = await signIn(services, { role: 'learner', course: teacher });
    const administrator = await signIn(services, { role: 'learner', isAdministrator: true, course: teacher });
    for (const address of [path(), `${path()}.csv`]) {
      expect((await learner.get(address)).status, address).to.equal(403);
      expect((await teacher.get(address)).status, address).to.equal(200);
      expect((await administrator.get(address)).status, address).to.equal(200);
    }
    const elsewhere = await signIn(services, { role: 'instructor' });
    expect((await elsewhere.get(path())).status).to.equal(404);
  });

  it('says before the first release when figures appear, and shows none', async () => {
    await world.addLearners(4, answered('ST_REGULAR'));
    await make();
    const { text } = await teacher.get(path());
    expect(text).to.include('No figures yet').and.include('from 5 people on');
    expect(text).not.to.include('<svg class="im-chart"');
    expect((await teacher.get(`${path()}.csv`)).text.trim().split('\r\n')).to.have.length(1);
  });

  it('opens with the sentence the figures reach, and has a table beside every chart', async () => {
    await world.addLearners(9, answered('ST_REGULAR'));
    await world.addLearners(3, answered('ST_NOT_YET'));
    await make();
    const { text } = await teacher.get(path());
    expect(text).to.include('9 of the 12 who answered (of 12 asked) say they tried it.');
    expect(text).to.include('roughly 5 to 9 in 10');
    const charts = text.match(/<svg class="im-chart"/g) ?? [];
    expect(charts.length).to.be.above(4);
    expect((text.match(/<table/g) ?? []).length).to.be.at.least(charts.length);
    for (const label of text.matchAll(/<svg class="im-chart"[^>]*aria-label="([^"]*)"/g)) expect(label[1]).not.to.equal('');
  });

  it('keeps the strict style policy: no inline style, style sheet or script', async () => {
    await world.addLearners(24, answered('ST_REGULAR'));
    await make();
    const { text, headers } = await teacher.get(path());
    expect(text).not.to.match(/\sstyle=|<style|<script(?! src="\/assets\/)|\son[a-z]+="/);
    expect(headers.get('content-security-policy')).to.include("style-src 'self'").and.not.include('unsafe-inline');
  });

  it('claims no plans where everybody left by the honest exit', async () => {
    await world.addLearners(6, { outcome: 'exit' });
    await make();
    const { text } = await teacher.get(path());
    expect(text).to.include('The course aims at').and.not.include('learners plan to do something new');
  });

  it('tells percentages from 20 people on, with whole numbers only', async () => {
    await world.addLearners(15, answered('ST_REGULAR'));
    await world.addLearners(10, answered('ST_NOT_YET'));
    await world.addLearners(10, {});
    await make();
    const { text } = await teacher.get(path());
    expect(text).to.include('15 of the 25 who answered (of 35 asked) say they tried it.').and.include('60%');
    expect(text).to.include('41–77%').and.include('43–71%');
    expect(text.replace(/<svg[\s\S]*?<\/svg>/g, '')).not.to.match(/\d[.,]\d+\s*%/);
  });

  it('speaks both languages and never claims more than was counted', async () => {
    const dutch = await signIn(services, { role: 'instructor', language: 'nl', course: teacher });
    await world.addLearners(8, answered('ST_REGULAR'));
    await world.addLearners(6, answered('ST_DROPPED'));
    await make();
    const page = (await dutch.get(path())).text;
    expect(page).to.include('8 van de 14 die antwoordden (van 14 gevraagd) zeggen dat ze het probeerden.');
    for (const text of [page, (await teacher.get(path())).text, JSON.stringify(en.report), JSON.stringify(nl.report)]) {
      expect(text.replace(/<[^>]*>/g, ' ')).not.to.match(FORBIDDEN);
    }
  });

  it('gives the same figures as a file: semicolons and words in Dutch, commas in English', async () => {
    const dutch = await signIn(services, { role: 'instructor', language: 'nl', course: teacher });
    await world.addLearners(9, answered('ST_REGULAR'));
    await world.addLearners(3, answered('ST_NOT_YET'));
    await make();
    const file = await dutch.get(`${path()}.csv`);
    expect(file.headers.get('content-type')).to.include('text/csv');
    expect(file.headers.get('content-disposition')).to.include('attachment');
    const lines = file.text.split('\r\n');
    expect(lines.find((line) => line.startsWith('"R10"'))).to.equal(
      '"R10";"Doet het nu";"Na 3 maanden";"";9;12;47;91;75;75;"2026-03-02";""',
    );
    const english = (await teacher.get(`${path()}.csv`)).text.split('\r\n');
    expect(english.find((line) => line.startsWith('"R10"'))).to.equal(
      '"R10","Doing it now","After 3 months","",9,12,47,91,75,75,"2026-03-02",""',
    );
    expect(english.length).to.equal(lines.length);
  });

  it('never tells about one to four people: not in the page, its attributes, its pictures, nor the file', async () => {
    // Every number a small group could have here is one to four; every number that may be shown is five or more, or nobody.
    await world.addLearners(30, answered('ST_REGULAR'));
    await world.addLearners(3, answered('ST_REGULAR', { commitments: [{ element: 'B2' }] }));
    await world.addLearners(4, { waves: { W2: { state: 'cancelled', reason: 'stopped' } } });
    await world.addLearners(2, { completedAt: null });
    await world.addLearners(3, { outcome: 'exit' });
    await world.addLearners(1, { commitments: [{ element: 'B1', level: 'CM0' }] });
    await world.addLearner({
      commitments: [{ element: 'B3', level: 'CM9' }],
      waves: { W2: { statuses: ['ST_DROPPED'], hinder: ['F07_MANAGER'] } },
    });
    await world.addLearners(4, {
      completedAt: addMs(services.calendarClock.now(), -30 * DAY_MS),
      waves: { W1: { statuses: ['ST_STOPPED'] } },
    });
    await make();
    const page = (await teacher.get(path())).text;
    const main = page.slice(page.indexOf('id="content"')).replace(/<section class="im-card" id="map-evidence"[\s\S]*?<\/section>/, '');
    const words = main.replace(/<[^>]*>/g, '\n');
    const counts = words
      .split('\n')
      .map((cell) => cell.trim())
      .filter((cell) => /^\d+$/.test(cell));
    expect(counts).to.not.be.empty;
    for (const count of counts) expect(Number(count) === 0 || Number(count) >= 5, `a count of ${count}`).to.equal(true);
    for (const [whole, yes, of] of words.matchAll(/\b(\d+) of (?:the )?(\d+)\b/g)) {
      expect(Number(of), words.slice(Math.max(0, words.indexOf(whole) - 90)).slice(0, 200)).to.be.at.least(5);
      expect(Number(yes) === 0 || Number(yes) >= 5, `${yes} of ${of}`).to.equal(true);
    }
    const file = (await teacher.get(`${path()}.csv`)).text.trim().split('\r\n').slice(1);
    for (const line of file) {
      const [, , , , yes, of] = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? [];
      for (const count of [yes, of]) if (count && /^\d+$/.test(count)) expect(count === '0' || Number(count) >= 5, line).to.equal(true);
    }
    expect(main).not.to.match(/data-[a-z-]*="[1-4]"/);
  });

  it('lets choose among runs, and knows no run of another course', async () => {
    await world.addLearners(6, answered('ST_REGULAR'));
    await make();
    const { runs } = services.database.models;
    await runs.update({ isCurrent: false }, { where: { id: world.runId } });
    await runs.create({ courseId: world.courseId, number: 2, isCurrent: true, smallestGroup: 5, startedAt: services.calendarClock.now() });
    expect((await teacher.get(path())).text)
      .to.include('No figures yet')
      .and.include('Group 1');
    expect((await teacher.get(`${path()}?run=${world.runId}`)).text).to.include('6 of the 6 who answered');
    const other = await makeReportWorld(services);
    expect((await teacher.get(`${path()}?run=${other.runId}`)).status).to.equal(404);
    expect((await teacher.get(`${path()}?run=x`)).status).to.equal(400);
  });

  it('gives learners one or two totals of the latest release, or nothing', async () => {
    const { openTotals } = services.web.reports;
    expect(await openTotals({ courseId: teacher.courseId, wave: 'W1' })).to.equal(null);
    await world.addLearners(4, answered('ST_REGULAR'));
    await make();
    expect(await openTotals({ courseId: teacher.courseId, wave: 'W1' })).to.equal(null);
    await world.addLearners(3, answered('ST_NOT_YET'));
    await make();
    expect(await openTotals({ courseId: teacher.courseId, wave: 'W1' })).to.deep.equal({
      intended: { yes: 7, of: 7 },
      tried: { wave: 'W2', yes: 4, of: 7 },
    });
  });

  it('gives learners the total of the wave they answered, not of another', async () => {
    const wave = (status: string) => ({ statuses: [status] });
    await world.addLearners(6, { waves: { W1: wave('ST_NOT_YET'), W2: wave('ST_REGULAR') } });
    await make();
    const of = async (asked: 'W1' | 'W2' | 'W3') =>
      (await services.web.reports.openTotals({ courseId: teacher.courseId, wave: asked }))?.tried;
    expect(await of('W1')).to.deep.equal({ wave: 'W1', yes: 0, of: 6 });
    expect(await of('W2')).to.deep.equal({ wave: 'W2', yes: 6, of: 6 });
    expect(await of('W3')).to.deep.equal({ wave: 'W2', yes: 6, of: 6 });
  });
});
