import { expect } from 'chai';
import { behavioursOf, type MapVersion } from '../../../src/domain/impact-map/impact-map.js';
import type { IntentionValues } from '../../../src/domain/intention/state-intention.js';
import { arrive, publishMap } from '../../support/finish-course.js';
import { type SignedIn, signIn } from '../../support/sign-in.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('submitting an intention', () => {
  let services: TestServices;

  before(async () => {
    services = await startTestServices();
  });
  after(() => services.stop());
  beforeEach(() => services.empty());

  const models = () => services.database.models;
  const learner = (course?: SignedIn): Promise<SignedIn> =>
    signIn(services, { role: 'learner', view: 'intention', ...(course ? { course } : {}) });
  function valuesFor(map: MapVersion, when = 'a customer calls'): IntentionValues {
    return {
      outcome: 'stated',
      commitments: [
        {
          behaviour: { kind: 'map', stableId: behavioursOf(map)[0]?.stableId ?? '' },
          then0: 'FQ1',
          level: 'CM3',
          plan: { when, then: 'ask two questions' },
          firstExpected: 'FI1',
          confidence: 'CF2',
          obstacles: ['F02_TIME'],
          copingText: 'a note on my screen',
        },
      ],
      permission: 'yes',
      waves: [],
      missingText: null,
    };
  }
  const submit = ({ personId, courseId }: SignedIn, values: IntentionValues) =>
    services.web.intentions.submitIntention({ personId, courseId, language: 'en', values });
  async function counts(): Promise<number[]> {
    const { intentions, commitments, plans, followUps, scorePostings } = models();
    return Promise.all([intentions.count(), commitments.count(), plans.count(), followUps.count(), scorePostings.count()]);
  }

  it('stores the intention, its follow-ups and the score of the activity with a line item, and ends the draft', async () => {
    const person = await learner();
    const map = await publishMap(services, person);
    await models().placements.update({ lineItemUrl: 'https://lms.example/lineitem' }, { where: { id: person.placementId } });
    await arrive(services, person);
    await services.web.intentions.saveStep({ ...person, stepId: 'choose', values: { behaviours: ['x'] }, go: 'next' });
    expect(await models().drafts.count()).to.equal(1);
    services.calendarClock.advance(3_600_000);
    const result = await submit(person, valuesFor(map));
    expect(result.kind).to.equal('submitted');
    expect(await counts()).to.deep.equal([1, 1, 1, 3, 1]);
    expect(await models().drafts.count()).to.equal(0);
    const score = await models().scorePostings.findOne({ rejectOnEmpty: true });
    expect([score.placementId, score.personId]).to.deep.equal([person.placementId, person.personId]);
    const intention = await services.database.data.read.intentions.getIntention(result.kind === 'submitted' ? result.intentionId : 0);
    expect(intention.mapVersionId).to.equal(map.id);
    expect(intention.submittedAt.getTime()).to.equal(services.calendarClock.now().getTime());
    expect(intention.commitments[0]).to.deep.include({
      priority: 1,
      level: 'CM3',
      obstacles: ['F02_TIME'],
      copingText: 'a note on my screen',
      planAsked: true,
    });
    expect(intention.commitments[0]?.plans[0]).to.include({ when: 'a customer calls', then: 'ask two questions' });
  });

  it('posts the score on the honest exit too, and asks nothing later', async () => {
    const person = await learner();
    await publishMap(services, person);
    await models().placements.update({ lineItemUrl: 'https://lms.example/lineitem' }, { where: { id: person.placementId } });
    await arrive(services, person);
    expect((await submit(person, { outcome: 'exit', reasons: ['F06_RELEVANCE'], text: 'Other work now' })).kind).to.equal('submitted');
    expect(await counts()).to.deep.equal([1, 0, 0, 0, 1]);
  });

  it('posts nothing where no activity has a line item', async () => {
    const person = await learner();
    const map = await publishMap(services, person);
    await arrive(services, person);
    await submit(person, valuesFor(map));
    expect((await counts()).at(-1)).to.equal(0);
  });

  it('counts the waves from completion, in the time zone of the platform', async () => {
    const person = await learner();
    const map = await publishMap(services, person);
    await models().platforms.update({ timeZone: 'America/New_York' }, { where: { id: person.platformId } });
    await arrive(services, person);
    services.calendarClock.advance(5 * 86_400_000);
    await submit(person, valuesFor(map));
    const [first] = await models().followUps.findAll({ order: [['dueAt', 'ASC']] });
    const zoneless = first?.dueAt.toISOString().slice(11, 16);
    expect(zoneless).to.equal('14:00');
    services.calendarClock.advance(-5 * 86_400_000);
    const days = ((first?.dueAt.getTime() ?? 0) - services.calendarClock.now().getTime()) / 86_400_000;
    expect(Math.round(days)).to.equal(21);
  });

  it('answers "already" the second time, and changes nothing', async () => {
    const person = await learner();
    const map = await publishMap(services, person);
    await arrive(services, person);
    const results = await Promise.all([submit(person, valuesFor(map)), submit(person, valuesFor(map, 'something else'))]);
    expect(results.map(({ kind }) => kind).sort()).to.deep.equal(['already', 'submitted']);
    expect((await submit(person, valuesFor(map))).kind).to.equal('already');
    expect(await counts()).to.deep.equal([1, 1, 1, 3, 0]);
  });

  it('answers "not-ready" without map, before completion, and to who was an instructor', async () => {
    const person = await learner();
    await arrive(services, person);
    const other = await learner();
    const map = await publishMap(services, other);
    expect((await submit(person, valuesFor(map))).kind).to.equal('not-ready');
    await arrive(services, other, 'map');
    expect((await submit(other, valuesFor(map))).kind).to.equal('not-ready');
    const teacher = await learner(other);
    await arrive(services, teacher);
    await models().enrolments.update({ wasInstructor: true }, { where: { personId: teacher.personId } });
    expect((await submit(teacher, valuesFor(map))).kind).to.equal('not-ready');
    expect(await counts()).to.deep.equal([0, 0, 0, 0, 0]);
  });

  it('answers "invalid" with the faults, and stores nothing', async () => {
    const person = await learner();
    const map = await publishMap(services, person);
    await arrive(services, person);
    const result = await submit(person, valuesFor(map, 'x'.repeat(10_000)));
    expect(result).to.deep.equal({ kind: 'invalid', faults: [{ item: 'INT05', problem: 'too-long', rank: 0 }] });
    expect(await counts()).to.deep.equal([0, 0, 0, 0, 0]);
  });

  it('keeps every character people write', async () => {
    const person = await learner();
    const map = await publishMap(services, person);
    await arrive(services, person);
    const words = `“Zoë” 👩‍🔧 ${'👍'.repeat(180)}`;
    await submit(person, valuesFor(map, words));
    const [intention] = await services.database.data.read.intentions.listIntentionsOf(person.personId);
    expect(intention?.commitments[0]?.plans[0]?.when).to.equal(words);
  });
});
