import { expect } from 'chai';
import type { WaveCode } from '../../../src/domain/follow-up/wave.js';
import { figureOf, releasedOf } from '../../../src/reports/course-report/figure-of.js';
import { addMs, DAY_MS } from '../../../src/shared/dates.js';
import type { Release } from '../../../src/usecases/ports/releases.js';
import { type LearnerSpec, makeReportWorld, type ReportWorld, type WaveSpec } from '../../support/report-world.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('makeDueReleases', () => {
  let services: TestServices;
  let world: ReportWorld;
  const now = (): Date => services.calendarClock.now();
  const make = (): Promise<number> => services.web.reports.makeDueReleases(now());
  const latest = async (): Promise<Release> => {
    const release = await services.deps.data.read.releases.findLatest(world.runId);
    if (!release) throw new Error('no release');
    return release;
  };
  const says = (status: string, more: Partial<WaveSpec> = {}): LearnerSpec => ({ waves: { W2: { statuses: [status], ...more } } });
  const spread = (learner: LearnerSpec, days: number): LearnerSpec => ({ ...learner, completedAt: addMs(now(), -(100 + days) * DAY_MS) });

  before(async () => {
    services = await startTestServices();
  });
  beforeEach(async () => {
    services.calendarClock.set('2026-03-02T09:00:00.000Z');
    world = await makeReportWorld(services);
  });
  afterEach(() => services.empty());
  after(() => services.stop());

  it('makes nothing for an empty course, and nothing from four people', async () => {
    expect(await make()).to.equal(0);
    await world.addLearners(4, says('ST_REGULAR'));
    expect(await make()).to.equal(0);
    expect(await services.deps.data.read.releases.findLatest(world.runId)).to.equal(null);
  });

  it('shows figures from the fifth person on, and makes nothing twice', async () => {
    await world.addLearners(4, says('ST_REGULAR'));
    await world.addLearner(says('ST_NOT_YET'));
    expect(await make()).to.equal(1);
    expect(await make()).to.equal(0);
    const release = await latest();
    expect(release.number).to.equal(1);
    expect(figureOf(release, 'R10', 'W2')).to.include({ applying: 4, tried: 4, answered: 5, eligible: 5 });
    expect(figureOf(release, 'R01')).to.include({ completed: 5, enrolled: 5 });
  });

  it('does not tell how many choices come from the map where fewer than five people chose something of their own', async () => {
    const own: LearnerSpec = { commitments: [{ element: null }] };
    await world.addLearners(8);
    await world.addLearners(2, own);
    await make();
    expect(figureOf(await latest(), 'R06')).to.include({ commitments: 10, onMap: null });
    services.calendarClock.advance(DAY_MS);
    await world.addLearners(5, spread(own, 1));
    await make();
    expect(figureOf(await latest(), 'R06')).to.include({ commitments: 15, onMap: 8 });
  });

  it('shows what four of nine answered nowhere', async () => {
    await world.addLearners(4, says('ST_REGULAR'));
    await world.addLearners(5);
    await make();
    const release = await latest();
    expect(figureOf(release, 'R06')).to.include({ of: 9 });
    for (const kind of ['R08', 'R10', 'R21'] as const) expect(figureOf(release, kind, 'W2'), kind).to.equal(null);
  });

  it('keeps the old figure with its date until five members came or went', async () => {
    await world.addLearners(6, says('ST_REGULAR'));
    await make();
    const first = await latest();
    services.calendarClock.advance(DAY_MS);
    await world.addLearners(4, spread(says('ST_NOT_YET'), 1));
    expect(await make()).to.equal(0);
    services.calendarClock.advance(DAY_MS);
    await world.addLearner(spread(says('ST_NOT_YET'), 1));
    expect(await make()).to.equal(1);
    const second = await latest();
    expect(figureOf(second, 'R10', 'W2')).to.include({ applying: 6, answered: 11, eligible: 11 });
    expect(releasedOf(second, 'R10', 'W2')?.countedAt).to.deep.equal(now());
    expect(releasedOf(first, 'R10', 'W2')?.countedAt).to.deep.equal(addMs(now(), -2 * DAY_MS));
  });

  it('renews each figure by its own set: new people who did not answer leave the answers as they were', async () => {
    await world.addLearners(6, says('ST_REGULAR'));
    await make();
    const before = (await latest()).madeAt;
    services.calendarClock.advance(DAY_MS);
    await world.addLearners(7, spread({}, 1));
    await world.addLearner(spread(says('ST_NOT_YET'), 1));
    expect(await make()).to.equal(1);
    const release = await latest();
    expect(figureOf(release, 'R06')).to.include({ of: 14 });
    expect(figureOf(release, 'R10', 'W2')).to.include({ answered: 6, eligible: 6 });
    expect(releasedOf(release, 'R10', 'W2')?.countedAt).to.deep.equal(before);
  });

  it('counts erased people as a change: one leaves the figure standing, five renew it', async () => {
    const people = await world.addLearners(12, says('ST_REGULAR'));
    await make();
    const erase = (personId: number) => services.database.models.people.destroy({ where: { id: personId } });
    await erase(people[0]!.personId);
    expect(await make()).to.equal(0);
    expect(figureOf(await latest(), 'R10', 'W2')).to.include({ answered: 12 });
    for (const { personId } of people.slice(1, 4)) await erase(personId);
    await world.addLearner(says('ST_NOT_YET'));
    expect(await make()).to.equal(1);
    expect(figureOf(await latest(), 'R10', 'W2')).to.include({ answered: 9, applying: 8, eligible: 9 });
  });

  it('hides a figure whose people are gone, and compares with what was shown before when they come back', async () => {
    const people = await world.addLearners(6, says('ST_REGULAR'));
    await make();
    for (const { personId } of people.slice(0, 5)) await services.database.models.people.destroy({ where: { id: personId } });
    expect(await make()).to.equal(1);
    expect(releasedOf(await latest(), 'R10', 'W2')?.value).to.deep.equal({ shown: false, reason: 'few' });
    expect(await make()).to.equal(0);
    await world.addLearners(4, says('ST_NOT_YET'));
    expect(await make()).to.equal(1);
    expect(figureOf(await latest(), 'R10', 'W2')).to.include({ answered: 5, applying: 1 });
  });

  it('never counts who was ever an instructor, nor the front page of a site', async () => {
    await world.addLearners(5, says('ST_REGULAR'));
    await world.addLearners(3, { ...says('ST_DROPPED'), wasInstructor: true });
    await make();
    expect(figureOf(await latest(), 'R10', 'W2')).to.include({ applying: 5, answered: 5, eligible: 5 });
    expect(figureOf(await latest(), 'R01')).to.include({ enrolled: 5 });
    const front = await makeReportWorld(services);
    await services.database.models.courses.update({ kind: 'group' }, { where: { id: front.courseId } });
    await front.addLearners(6, says('ST_REGULAR'));
    expect(await make()).to.equal(0);
  });

  it('keeps who said no, stopped or was never asked among those asked, as no answer, by name', async () => {
    await world.addLearners(5, says('ST_REGULAR'));
    await world.addLearners(5, { waves: { W2: { state: 'cancelled', reason: 'declined' } } });
    await world.addLearners(6, { waves: { W2: { state: 'expired', reason: 'never-asked' } } });
    await world.addLearners(2, { waves: { W2: { state: 'cancelled', reason: 'stopped' } } });
    await make();
    const figure = figureOf(await latest(), 'R10', 'W2');
    expect(figure).to.include({ applying: 5, answered: 5, eligible: 18, isRunning: false });
    expect(figure?.silences).to.deep.equal({
      cells: [{ code: 'never-asked', count: 6 }],
      pooled: { codes: ['declined', 'stopped'], count: 7 },
    });
  });

  it('leaves W1 out for whom the occasion rule skips it, and counts late and carried answers', async () => {
    await world.addLearners(6, { waves: { W1: { state: 'skipped', reason: 'occasion' } } });
    await world.addLearners(5, { waves: { W1: { statuses: ['ST_REGULAR'], isLate: true } } });
    await world.addLearners(2, { waves: { W1: { statuses: ['ST_DROPPED'], isCarried: true } } });
    await make();
    expect(figureOf(await latest(), 'R10', 'W1')).to.include({ applying: 5, answered: 7, eligible: 7 });
  });

  it('does not count a wave before it is due', async () => {
    await world.addLearners(5, { completedAt: addMs(now(), -30 * DAY_MS), waves: { W1: { statuses: ['ST_SOMETIMES'] } } });
    await make();
    const release = await latest();
    expect(figureOf(release, 'R10', 'W1')).to.include({ applying: 5, answered: 5 });
    expect(release.figures.map(({ figure }) => figure).filter((figure) => /W[23]/.test(figure))).to.deep.equal([]);
  });

  it('reads people who only keep doing it apart from every new application', async () => {
    const keeps: LearnerSpec = { commitments: [{ element: 'B2', level: 'CM9' }], waves: { W2: { statuses: ['ST_REGULAR'] } } };
    await world.addLearners(6, keeps);
    await make();
    const release = await latest();
    expect(figureOf(release, 'R02')).to.include({ completed: 6, fresh: 0, intended: 6 });
    expect(figureOf(release, 'R08', 'W2')).to.include({ answered: 6, eligible: 6 });
    expect(figureOf(release, 'R10', 'W2')).to.equal(null);
  });

  it('counts a learner with three commitments of mixed standing once, by the one that came furthest', async () => {
    const mixed: LearnerSpec = {
      commitments: [{ element: 'B1' }, { element: 'B2', level: 'CM3' }, { element: 'B3', level: 'CM9' }],
      waves: { W1: { statuses: ['ST_STOPPED', 'ST_NOT_YET', 'ST_REGULAR'] }, W2: { statuses: ['ST_DROPPED', 'ST_NOT_YET', 'ST_REGULAR'] } },
    };
    await world.addLearners(8, mixed);
    await make();
    const release = await latest();
    expect(figureOf(release, 'R10', 'W2')).to.include({ applying: 0, tried: 8, answered: 8 });
    // That nobody dropped it is not told among so few people, so it stands together with "not yet".
    expect(figureOf(release, 'R10', 'W2')?.statuses?.others).to.deep.equal({
      cells: ['ST_STOPPED', 'ST_NA'].map((code) => ({ code, count: 0 })),
      pooled: { codes: ['ST_NOT_YET', 'ST_DROPPED'], count: 8 },
    });
    expect(figureOf(release, 'R10b', 'W2', 'B3')).to.equal(null);
    expect(figureOf(release, 'R06')).to.include({ median: 3, most: 3, commitments: 24 });
  });

  it('says nothing applied when it no longer applies to anybody', async () => {
    await world.addLearners(9, says('ST_NA'));
    await make();
    expect(figureOf(await latest(), 'R10', 'W2')).to.include({ applying: 0, tried: 0, answered: 9 });
  });

  it('shows R11 only where those with and without an occasion are both enough', async () => {
    await world.addLearners(7, says('ST_REGULAR', { occasions: ['OP2'] }));
    await world.addLearners(2, says('ST_NOT_YET', { occasions: ['OP0'] }));
    await make();
    expect(releasedOf(await latest(), 'R11', 'W2')?.value).to.deep.equal({ shown: false, reason: 'others' });
    await world.addLearners(5, says('ST_NOT_YET', { occasions: ['OP0'] }));
    await make();
    expect(figureOf(await latest(), 'R11', 'W2')).to.include({ yes: 7, of: 7 });
  });

  it('hides a behaviour when it, or what it leaves, would be a small group', async () => {
    await world.addLearners(16, { commitments: [{ element: 'B1' }], waves: { W2: { statuses: ['ST_REGULAR'] } } });
    await world.addLearners(3, { commitments: [{ element: 'B2' }], waves: { W2: { statuses: ['ST_NOT_YET'] } } });
    await make();
    const release = await latest();
    expect(figureOf(release, 'R06')?.behaviours).to.have.deep.members([
      { element: 'B1', choosers: null },
      { element: 'B2', choosers: null },
    ]);
    for (const element of ['B1', 'B2']) expect(figureOf(release, 'R10b', 'W2', element), element).to.equal(null);
  });

  it('hides how many answered when that would tell how few only keep doing it', async () => {
    await world.addLearners(8, says('ST_REGULAR'));
    await world.addLearners(2, { commitments: [{ element: 'B1', level: 'CM9' }], waves: { W2: { statuses: ['ST_REGULAR'] } } });
    await make();
    const release = await latest();
    expect(releasedOf(release, 'R08', 'W2')?.value).to.deep.equal({ shown: false, reason: 'others' });
    expect(figureOf(release, 'R10', 'W2')).to.include({ answered: 8, eligible: 8 });
    expect(figureOf(release, 'R02')).to.include({ intended: null });
    expect(figureOf(release, 'R21', 'W2')).to.include({ asked: null });
    expect(figureOf(release, 'R06')).to.include({ of: null });
  });

  it('keeps two runs of a course apart', async () => {
    await world.addLearners(6, says('ST_REGULAR'));
    const { runs, participations } = services.database.models;
    await runs.update({ isCurrent: false }, { where: { id: world.runId } });
    const second = await runs.create({ courseId: world.courseId, number: 2, isCurrent: true, smallestGroup: 5, startedAt: now() });
    const person = await participations.findOne({ where: { runId: world.runId }, raw: true });
    await participations.create({
      runId: second.id,
      personId: person!.personId,
      attempt: 1,
      enrolledAt: now(),
      completedAt: now(),
      completionSource: 'launch',
    });
    expect(await make()).to.equal(1);
    expect(figureOf(await latest(), 'R01')).to.include({ enrolled: 6 });
    expect(await services.deps.data.read.releases.findLatest(second.id)).to.equal(null);
  });

  it('renews a figure when its window closed only where everybody finished on one date', async () => {
    const open = async (spreadDays: number): Promise<void> => {
      const wave: WaveCode = 'W2';
      for (let index = 0; index < 6; index += 1) await world.addLearner(spread(says('ST_REGULAR'), index * spreadDays));
      await world.addLearners(5, spread({}, 0));
      await make();
      expect(figureOf(await latest(), 'R10', wave)).to.include({ isRunning: true });
      services.calendarClock.advance(40 * DAY_MS);
      await services.database.models.followUps.update({ state: 'expired', reason: 'no-answer' }, { where: { state: 'open' } });
    };
    await open(0);
    expect(await make()).to.equal(1);
    expect(figureOf(await latest(), 'R10', 'W2')).to.include({ isRunning: false, answered: 6, eligible: 11 });
    await services.empty();
    services.calendarClock.set('2026-03-02T09:00:00.000Z');
    world = await makeReportWorld(services);
    await open(1);
    expect(await make()).to.equal(0);
  });

  it('says in words only when almost nobody names the manager among few people, and hides small counts of factors', async () => {
    await world.addLearners(6, says('ST_REGULAR', { help: ['F08_COLLEAGUES'], hinder: ['F02_TIME'] }));
    await world.addLearners(3, says('ST_REGULAR', { help: ['F11_FEEDBACK'], hinder: ['F05_MASTERY'] }));
    await world.addLearner(says('ST_REGULAR', { hinder: ['F07_MANAGER'] }));
    await make();
    const factors = figureOf(await latest(), 'R21', 'W2');
    expect(factors?.asked).to.equal(10);
    const of = (factor: string) => factors?.factors.find((one) => one.factor === factor);
    expect(of('F07_MANAGER')).to.include({ help: 'almost-none', hinder: 'almost-none' });
    expect(of('F02_TIME')).to.include({ help: 0, hinder: 6 });
    expect(of('F05_MASTERY')).to.include({ hinder: 'few' });
    expect(of('F11_FEEDBACK')).to.include({ help: 'few' });
  });

  it('keeps one person who dropped it hidden where tried less doing tells how many stopped', async () => {
    const checks = (status: string): LearnerSpec => ({ waves: { W1: { statuses: [status] } } });
    await world.addLearners(5, checks('ST_REGULAR'));
    await world.addLearners(4, checks('ST_STOPPED'));
    await world.addLearners(5, checks('ST_NOT_YET'));
    await world.addLearner(checks('ST_DROPPED'));
    await make();
    const figure = figureOf(await latest(), 'R10', 'W1');
    expect(figure).to.include({ tried: 9, applying: 5, answered: 15 });
    expect(figure?.statuses?.others.pooled).to.deep.equal({ codes: ['ST_NOT_YET', 'ST_STOPPED', 'ST_DROPPED'], count: 10 });
  });

  it('does not tell how many were asked what got in the way where that opens a hidden division of those who do it', async () => {
    const checks = (status: string): LearnerSpec => ({ waves: { W1: { statuses: [status], hinder: ['F02_TIME'] } } });
    await world.addLearners(8, checks('ST_REGULAR'));
    await world.addLearners(2, checks('ST_SOMETIMES'));
    await world.addLearners(6, checks('ST_NOT_YET'));
    await make();
    expect(figureOf(await latest(), 'R10', 'W1')?.statuses?.applying.pooled).to.include({ count: 10 });
    expect(figureOf(await latest(), 'R21', 'W1')).to.include({ asked: null });
    await world.addLearners(5, checks('ST_SOMETIMES'));
    await make();
    expect(figureOf(await latest(), 'R21', 'W1')).to.include({ asked: 13 });
  });

  it('names no single reason for the few without a new plan where those asked tell how many made one', async () => {
    await world.addLearners(16, says('ST_REGULAR'));
    await world.addLearners(4, { commitments: [{ element: 'B2', level: 'CM9' }] });
    await make();
    const release = await latest();
    expect(figureOf(release, 'R10', 'W2')).to.include({ eligible: 16 });
    expect(figureOf(release, 'R02')?.outcomes).to.deep.equal({
      cells: [],
      pooled: { codes: ['fresh', 'kept', 'considered', 'exit', 'none'], count: 20 },
    });
  });

  it('never hides one behaviour alone, because all choices together less the others would show it', async () => {
    const chose = (...elements: string[]): LearnerSpec => ({ commitments: elements.map((element) => ({ element })) });
    await world.addLearners(13, chose('B1', 'B2'));
    await world.addLearners(5, chose('B1', 'B3'));
    await world.addLearners(2, chose('B2', 'B3'));
    await make();
    const choices = figureOf(await latest(), 'R06');
    const shown = choices?.behaviours.flatMap(({ choosers }) => (choosers === null ? [] : [choosers]));
    expect(choices).to.include({ of: 20, commitments: 40 });
    expect(shown).to.deep.equal([15]);
  });

  it('does not tell how many choices come from the map where those with an own behaviour are hidden', async () => {
    await world.addLearners(12, { commitments: [{ element: 'B1' }, { element: null }] });
    await world.addLearners(5, { commitments: [{ element: 'B2' }, { element: null }] });
    await world.addLearners(3, { commitments: [{ element: 'B2' }] });
    await make();
    const choices = figureOf(await latest(), 'R06');
    expect(choices?.behaviours).to.deep.include({ element: null, choosers: null });
    expect(choices).to.include({ onMap: null });
  });

  it('does not tell how often it was done before where few choosers could not say', async () => {
    await world.addLearners(8, { commitments: [{ element: 'B1', then0: 'FQ3' }] });
    await world.addLearners(2, { commitments: [{ element: 'B1', then0: 'FQX' }] });
    await make();
    expect(figureOf(await latest(), 'R06')?.behaviours).to.deep.equal([{ element: 'B1', choosers: 10 }]);
    expect(releasedOf(await latest(), 'R07', 'B1')?.value).to.deep.equal({ shown: false, reason: 'others' });
    await world.addLearners(5, { commitments: [{ element: 'B1', then0: 'FQX' }] });
    await make();
    expect(figureOf(await latest(), 'R07', 'B1')).to.include({ yes: 8, of: 8 });
  });

  it('does not tell how many were asked about a behaviour where, beside its choosers, few only keep doing it', async () => {
    const two = (level: 'CM2' | 'CM9'): LearnerSpec => ({
      commitments: [{ element: 'B1', level }, { element: 'B2' }],
      waves: { W2: { statuses: ['ST_REGULAR', 'ST_REGULAR'] } },
    });
    await world.addLearners(18, two('CM2'));
    await world.addLearners(2, { commitments: two('CM9').commitments! });
    await make();
    const release = await latest();
    expect(figureOf(release, 'R06')?.behaviours).to.deep.include({ element: 'B1', choosers: 20 });
    expect(figureOf(release, 'R10b', 'W2', 'B1')).to.include({ answered: 18, eligible: null });
    expect(figureOf(release, 'R10b', 'W2', 'B2')).to.include({ answered: 18, eligible: 20 });
  });

  it('hides how many were asked when that would open what stands together among those who finished', async () => {
    await world.addLearners(16, says('ST_REGULAR'));
    await world.addLearners(5, { commitments: [{ element: 'B1', level: 'CM9' }], waves: { W2: { statuses: ['ST_REGULAR'] } } });
    await world.addLearners(2, { outcome: 'exit' });
    await make();
    const release = await latest();
    expect(figureOf(release, 'R02')?.outcomes.pooled).to.deep.equal({ codes: ['kept', 'exit'], count: 7 });
    expect(figureOf(release, 'R10', 'W2')).to.include({ eligible: 16 });
    expect(releasedOf(release, 'R08', 'W2')?.value).to.deep.equal({ shown: false, reason: 'others' });
    await world.addLearners(5, { outcome: 'exit' });
    await world.addLearners(5, { commitments: [{ element: 'B1', level: 'CM9' }], waves: { W2: { statuses: ['ST_REGULAR'] } } });
    await make();
    expect(figureOf(await latest(), 'R08', 'W2')).to.include({ answered: 26, eligible: 26 });
  });
});
