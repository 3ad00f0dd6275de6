import { expect } from 'chai';
import type { WaveCode } from '../../src/domain/follow-up/wave.js';
import { BARRIERS, COMMIT, type Commit, ENABLERS, FREQ, type Freq, OPP, STATUS } from '../../src/domain/survey/codes.js';
import { countRun } from '../../src/reports/course-report/count-run.js';
import { addMs, DAY_MS } from '../../src/shared/dates.js';
import { recount } from '../support/recount.js';
import { type LearnerSpec, makeReportWorld, type WaveSpec } from '../support/report-world.js';
import { startTestServices, type TestServices } from '../support/test-services.js';

/** A small repeatable source of chance. */
function chance(seed: number): { below(n: number): number; pick<Item>(list: readonly Item[]): Item; coin(share: number): boolean } {
  let state = seed;
  const below = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  return { below, pick: (list) => list[below(list.length)]!, coin: (share) => below(1000) < share * 1000 };
}

function someLearner(now: Date, { below, pick, coin }: ReturnType<typeof chance>): LearnerSpec {
  if (coin(0.1)) return { completedAt: null };
  const completedAt = addMs(now, -below(260) * DAY_MS);
  if (coin(0.07)) return { completedAt, outcome: null };
  if (coin(0.07)) return { completedAt, outcome: 'exit' };
  const elements = ['B1', 'B2', 'B3', null].filter(() => coin(0.5)).slice(0, 3);
  const commitments = (elements.length ? elements : ['B1']).map((element) => ({
    element,
    level: pick<Commit>(COMMIT),
    then0: pick<Freq>(FREQ),
    ...(coin(0.8)
      ? { plan: { when: pick(['a customer calls', 'calls', 'the  phone rings  now', ' ']), then: pick(['I ask why', 'ask', 'I  ask']) } }
      : {}),
  }));
  const wave = (isCheck: boolean): WaveSpec =>
    coin(0.7)
      ? {
          statuses: commitments.map(({ level }, index) => (level !== 'CM0' && (index === 0 || coin(0.9)) ? pick(STATUS) : null)),
          occasions: commitments.map(({ level }) => (level !== 'CM0' && coin(0.8) ? pick(OPP) : null)),
          help: isCheck ? [] : ENABLERS.filter(() => coin(0.15)),
          hinder: isCheck ? [pick(BARRIERS)] : BARRIERS.filter(() => coin(0.15)),
          isLate: coin(0.1),
          isCarried: coin(0.05),
        }
      : pick<WaveSpec>([
          { state: 'cancelled', reason: 'declined' },
          { state: 'cancelled', reason: 'two-silences' },
          { state: 'expired', reason: 'no-answer' },
          { state: 'expired', reason: 'never-asked' },
          { state: 'open', reach: 'unreachable' },
          { state: 'planned' },
          { state: 'open' },
        ]);
  const days = (now.getTime() - completedAt.getTime()) / DAY_MS;
  const waves: Partial<Record<WaveCode, WaveSpec>> = {};
  if (days >= 21) waves.W1 = coin(0.15) ? { state: 'skipped', reason: 'occasion' } : wave(true);
  if (days >= 90) waves.W2 = wave(false);
  if (days >= 180) waves.W3 = wave(false);
  return { completedAt, outcome: 'stated', commitments, waves, wasInstructor: coin(0.05) };
}

describe('the figures, counted a second time from the raw rows', () => {
  let services: TestServices;
  before(async () => {
    services = await startTestServices();
  });
  after(() => services.stop());

  for (const seed of [2, 3]) {
    it(`are the same for 60 learners of chance (${seed})`, async () => {
      const now = services.calendarClock.now();
      const world = await makeReportWorld(services);
      const other = await makeReportWorld(services);
      const random = chance(seed);
      for (let index = 0; index < 60; index += 1) await world.addLearner(someLearner(now, random));
      for (let index = 0; index < 5; index += 1) await other.addLearner(someLearner(now, random));

      const counts = await countRun(services.deps.data.read.releases, world.runId, now);
      const again = await recount(services, world.runId, now);

      const { reach, commitments } = counts;
      expect(reach).to.include({
        enrolled: again.enrolled,
        completed: again.completed,
        submitted: again.submitted,
        fresh: again.fresh,
        kept: again.kept,
        considered: again.considered,
        left_by_exit: again.exit,
      });
      const howMany = (count: number): number => again.perLearner.filter((each) => each === count).length;
      expect([reach.with_one, reach.with_two, reach.with_three]).to.deep.equal([howMany(1), howMany(2), howMany(3)]);
      expect(commitments).to.deep.equal({
        commitments: again.commitments,
        on_map: again.onMap,
        plans_asked: again.plansAsked,
        plan_learners: again.planLearners,
        plans_complete: again.plansComplete,
      });
      expect(counts.behaviours).to.have.deep.members(
        again.behaviours.map(({ element, choosers, thenKnown, thenOften }) => ({
          element,
          choosers,
          then_known: thenKnown,
          then_often: thenOften,
        })),
      );
      expect(counts.waves.map(({ wave }) => wave).sort()).to.deep.equal(['W1', 'W2', 'W3']);
      for (const row of counts.waves) {
        const wave = again.wave(row.wave);
        expect(row, row.wave).to.include({
          eligible: wave.eligible,
          answered: wave.answered,
          eligible_new: wave.eligibleNew,
          answered_new: wave.answeredNew,
          tried: wave.tried,
          applying: wave.applying,
          occasion: wave.occasion,
          applying_occasion: wave.applyingOccasion,
        });
        expect([row.status_1, row.status_2, row.status_3, row.status_4, row.status_5, row.status_6]).to.deep.equal(wave.best);
        const silences = counts.silences.filter((silence) => silence.wave === row.wave).reduce((sum, { people }) => sum + people, 0);
        expect(silences).to.equal(wave.silent);
        for (const behaviour of counts.behaviourWaves.filter((one) => one.wave === row.wave)) {
          const { eligible, answered, applying } = behaviour;
          expect({ eligible, answered, applying }, `${row.wave}/${behaviour.element}`).to.deep.equal(wave.behaviour(behaviour.element));
        }
        expect(counts.factorAskers.find((one) => one.wave === row.wave)?.asked).to.equal(wave.factorsAsked);
        for (const factor of BARRIERS) {
          const people = (items: string[]): number =>
            counts.factors
              .filter((one) => one.wave === row.wave && one.factor === factor && items.includes(one.item))
              .reduce((sum, one) => sum + one.people, 0);
          expect(people(['FUP06']), `${row.wave} ${factor}`).to.equal(wave.named(['FUP06'], factor));
          expect(people(['FUP07', 'CHK03']), `${row.wave} ${factor}`).to.equal(wave.named(['FUP07', 'CHK03'], factor));
        }
      }
    });
  }
});
