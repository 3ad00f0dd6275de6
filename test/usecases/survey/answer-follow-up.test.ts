import { expect } from 'chai';
import type { SurveyValues } from '../../../src/domain/survey/check-answers.js';
import { DAY_MS } from '../../../src/shared/dates.js';
import { offerDueFollowUps } from '../../../src/usecases/follow-up/offer-due-follow-ups.js';
import { type SignedIn, signIn } from '../../support/sign-in.js';
import { followUpIdOf, stateIntentionAs } from '../../support/state-intention-as.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('answerFollowUp', () => {
  let services: TestServices;
  let learner: SignedIn;
  let followUpId: number;
  let commitmentId: number;
  let intentionId: number;

  before(async () => {
    services = await startTestServices();
  });
  after(() => services.stop());
  beforeEach(async () => {
    await services.empty();
    services.calendarClock.set('2026-03-02T09:00:00.000Z');
    learner = await signIn(services, { role: 'learner' });
    const intention = await stateIntentionAs(services, learner);
    intentionId = intention.id;
    commitmentId = Number(intention.commitments[0]?.id);
    services.calendarClock.advance(22 * DAY_MS);
    followUpId = await followUpIdOf(services, intentionId, 'W1');
  });

  const offer = (): Promise<void> =>
    services.deps.data.write((repositories) =>
      offerDueFollowUps(repositories, { personId: learner.personId }, services.calendarClock.now()),
    );
  const valuesOf = (status: string, next?: string): SurveyValues => ({
    answers: [
      { item: 'CHK02', commitmentId, indicator: null, codes: [status], text: null },
      ...(next ? [{ item: 'CHK04', commitmentId, indicator: null, codes: [next], text: null }] : []),
    ],
    plans: [],
  });
  const answer = (values: SurveyValues, id = followUpId) =>
    services.web.surveys.answerFollowUp({ personId: learner.personId, followUpId: id, language: 'en', values });

  it('takes of two answers at once only one', async () => {
    await offer();
    const outcomes = await Promise.all([answer(valuesOf('ST_REGULAR')), answer(valuesOf('ST_STOPPED'))]);
    expect(outcomes.map(({ kind }) => kind).sort()).to.deep.equal(['already-answered', 'sent']);
    expect(await services.database.models.answers.count()).to.equal(1);
  });

  it('stores nothing of answers that do not fit', async () => {
    await offer();
    const outcome = await answer({ answers: [], plans: [] });
    expect(outcome).to.deep.equal({
      kind: 'invalid',
      faults: [{ item: 'CHK02', field: 'CHK02', problem: 'missing', commitmentId, indicator: null }],
    });
    expect((await services.deps.data.read.followUps.find(followUpId))?.state).to.equal('open');
  });

  it('takes one sent in a session that began before the wave fell due', async () => {
    expect(await answer(valuesOf('ST_REGULAR'))).to.deep.equal({ kind: 'sent', isLate: false });
  });

  it('is closed before the wave is due and after the person asked us to stop', async () => {
    expect(await answer(valuesOf('ST_REGULAR'), await followUpIdOf(services, intentionId, 'W2'))).to.deep.equal({ kind: 'closed' });
    await services.web.plans.stopAsking(learner);
    expect(await answer(valuesOf('ST_REGULAR'))).to.deep.equal({ kind: 'closed' });
  });

  it('keeps a plan and an answer as they were when the plan changes later', async () => {
    await offer();
    await answer(valuesOf('ST_REGULAR', 'NX_KEEP'));
    await services.web.plans.changePlan({ ...learner, commitmentId, when: 'x', then: 'y' });
    const response = await services.deps.data.read.followUps.findResponse(followUpId);
    expect(response?.answers.map(({ code }) => code)).to.deep.equal(['ST_REGULAR', 'NX_KEEP']);
    expect((await services.deps.data.read.intentions.getIntention(intentionId)).commitments[0]?.plans).to.have.length(2);
  });

  it('lets go, and the next waves are answered by themselves as dropped', async () => {
    await offer();
    await answer(valuesOf('ST_STOPPED', 'NX_LET_GO'));
    services.calendarClock.advance(70 * DAY_MS);
    await offer();
    const second = await followUpIdOf(services, intentionId, 'W2');
    const response = await services.deps.data.read.followUps.findResponse(second);
    expect([response?.isCarried, response?.answers[0]?.code]).to.deep.equal([true, 'ST_DROPPED']);
    const plan = await services.web.plans.openPlan(learner);
    expect(plan.surveysHere).to.deep.equal([]);
  });

  it('is gone, with everything else, after erasing the person', async () => {
    await offer();
    await answer(valuesOf('ST_REGULAR'));
    await services.web.privacy.erasePerson(learner);
    const { people, intentions, followUps, answers } = services.database.models;
    expect([await people.count(), await intentions.count(), await followUps.count(), await answers.count()]).to.deep.equal([0, 0, 0, 0]);
  });
});
