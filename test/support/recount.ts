import type { TestServices } from './test-services.js';

/** The raw rows of one run, as an auditor would export them. */
async function exportRows(services: TestServices, runId: number) {
  const { models } = services.database;
  const all = async <Row>(model: { findAll(options: object): Promise<unknown[]> }, where: object = {}): Promise<Row[]> =>
    (await model.findAll({ where, raw: true })) as Row[];
  type P = { id: number; runId: number; personId: number; attempt: number; completedAt: string | Date | null };
  type I = { id: number; participationId: number; outcome: string };
  type C = { id: number; intentionId: number; elementStableId: string | null; level: string; then0: string; planAsked: boolean | number };
  type F = {
    id: number;
    intentionId: number;
    wave: string;
    instrument: string;
    dueAt: string | Date;
    state: string;
    reason: string;
    reach: string;
  };
  const run = await models.runs.findByPk(runId, { raw: true, rejectOnEmpty: true });
  return {
    participations: await all<P>(models.participations, { runId }),
    instructors: (await all<{ personId: number }>(models.enrolments, { courseId: run.courseId, wasInstructor: true })).map(
      (e) => e.personId,
    ),
    intentions: await all<I>(models.intentions),
    commitments: await all<C>(models.commitments),
    plans: await all<{ id: number; commitmentId: number; planWhen: string; planThen: string }>(models.plans),
    followUps: await all<F>(models.followUps),
    responses: await all<{ id: number; followUpId: number; isCarried: boolean | number }>(models.surveyResponses),
    answers: await all<{ surveyResponseId: number; commitmentId: number | null; item: string; code: string; isCarried: boolean | number }>(
      models.answers,
    ),
  };
}

const NEW = ['CM1', 'CM2', 'CM3'];
const DOING = ['ST_REGULAR', 'ST_SOMETIMES'];
const ORDER = ['ST_REGULAR', 'ST_SOMETIMES', 'ST_STOPPED', 'ST_NOT_YET', 'ST_DROPPED', 'ST_NA'];
const wordsOf = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Counts every figure of a run a second time, learner by learner from the raw rows, by the words of domain.md §3.1 and §8.4. */
export async function recount(services: TestServices, runId: number, now: Date) {
  const rows = await exportRows(services, runId);
  const learners = rows.participations
    .filter((p) => p.attempt === 1 && !rows.instructors.includes(p.personId))
    .map((p) => {
      const completed = p.completedAt !== null && new Date(p.completedAt) <= now;
      const intention = completed ? rows.intentions.find((i) => i.participationId === p.id) : undefined;
      const own = rows.commitments.filter((c) => c.intentionId === intention?.id);
      const chosen = own.filter((c) => c.level !== 'CM0');
      const waves = rows.followUps
        .filter((f) => f.intentionId === intention?.id && new Date(f.dueAt) <= now)
        .filter((f) => !(f.state === 'skipped' && f.reason !== 'habit'))
        .map((f) => {
          const response = rows.responses.find((r) => r.followUpId === f.id);
          const answers = rows.answers.filter((a) => a.surveyResponseId === response?.id);
          const told = chosen.flatMap((c) => {
            const of = answers.filter((a) => a.commitmentId === c.id);
            const status = of.find((a) => a.item === 'CHK02' || a.item === 'FUP02')?.code;
            const occasion = of.find((a) => a.item === 'CHK01' || a.item === 'FUP01')?.code;
            return status ? [{ c, status, hadOccasion: !!occasion && occasion !== 'OP0' }] : [];
          });
          return { f, response, answers, told, fresh: told.filter(({ c }) => NEW.includes(c.level)) };
        });
      return { completed, intention, own, chosen, isFresh: chosen.some((c) => NEW.includes(c.level)), waves };
    });
  const finished = learners.filter((l) => l.completed);
  const intended = finished.filter((l) => l.chosen.length > 0);
  const elements = [...new Set(intended.flatMap((l) => l.chosen.map((c) => c.elementStableId)))];
  const wave = (code: string) => {
    const asked = intended.flatMap((l) => l.waves.filter((w) => w.f.wave === code).map((w) => ({ l, w })));
    const answered = asked.filter(({ w }) => w.told.length > 0);
    const fresh = answered.filter(({ w }) => w.fresh.length > 0);
    const triedBy = (l: (typeof learners)[number]): boolean =>
      l.waves.some((w) => w.f.wave <= code && w.fresh.some(({ status }) => [...DOING, 'ST_STOPPED'].includes(status)));
    const occasion = fresh.filter(({ w }) => w.fresh.some((t) => t.hadOccasion));
    const askedFactors = asked.filter(
      ({ w }) =>
        w.response &&
        !w.response.isCarried &&
        (code !== 'W1' || w.answers.some((a) => a.item === 'CHK02' && !a.isCarried && a.code !== 'ST_REGULAR')),
    );
    return {
      eligible: asked.length,
      answered: answered.length,
      eligibleNew: asked.filter(({ l }) => l.isFresh).length,
      answeredNew: fresh.length,
      tried: fresh.filter(({ l }) => triedBy(l)).length,
      applying: fresh.filter(({ w }) => w.fresh.some((t) => DOING.includes(t.status))).length,
      occasion: occasion.length,
      applyingOccasion: occasion.filter(({ w }) => w.fresh.some((t) => t.hadOccasion && DOING.includes(t.status))).length,
      best: ORDER.map(
        (status) => fresh.filter(({ w }) => Math.min(...w.fresh.map((t) => ORDER.indexOf(t.status))) === ORDER.indexOf(status)).length,
      ),
      silent: asked.filter(({ l, w }) => l.isFresh && w.fresh.length === 0).length,
      factorsAsked: askedFactors.length,
      named: (items: string[], factor: string) =>
        askedFactors.filter(({ w }) => w.answers.some((a) => items.includes(a.item) && a.code === factor)).length,
      behaviour: (element: string) => {
        const of = asked.filter(({ l }) => l.chosen.some((c) => NEW.includes(c.level) && c.elementStableId === element));
        const spoke = of.filter(({ w }) => w.fresh.some((t) => t.c.elementStableId === element));
        return {
          eligible: of.length,
          answered: spoke.length,
          applying: spoke.filter(({ w }) => w.fresh.some((t) => t.c.elementStableId === element && DOING.includes(t.status))).length,
        };
      },
    };
  };
  const asked = intended.flatMap((l) => l.chosen.filter((c) => c.planAsked));
  const newestPlan = (id: number) => rows.plans.filter((p) => p.commitmentId === id).sort((a, b) => b.id - a.id)[0];
  return {
    enrolled: learners.length,
    completed: finished.length,
    submitted: finished.filter((l) => l.intention).length,
    fresh: finished.filter((l) => l.isFresh).length,
    kept: intended.filter((l) => !l.isFresh).length,
    considered: finished.filter((l) => l.intention?.outcome === 'stated' && l.chosen.length === 0).length,
    exit: finished.filter((l) => l.intention?.outcome === 'exit').length,
    perLearner: intended.map((l) => l.chosen.length).sort((a, b) => a - b),
    commitments: intended.reduce((sum, l) => sum + l.chosen.length, 0),
    onMap: intended.reduce((sum, l) => sum + l.chosen.filter((c) => c.elementStableId !== null).length, 0),
    plansAsked: asked.length,
    planLearners: intended.filter((l) => l.chosen.some((c) => c.planAsked)).length,
    plansComplete: asked.filter((c) => {
      const plan = newestPlan(c.id);
      return plan && wordsOf(plan.planWhen) >= 3 && wordsOf(plan.planThen) >= 2;
    }).length,
    behaviours: elements.map((element) => {
      const choosers = intended.filter((l) => l.chosen.some((c) => c.elementStableId === element));
      const then = (codes: string[]) =>
        choosers.filter((l) => l.chosen.some((c) => c.elementStableId === element && codes.includes(c.then0))).length;
      return { element, choosers: choosers.length, thenKnown: then(['FQ0', 'FQ1', 'FQ2', 'FQ3', 'FQ4']), thenOften: then(['FQ3', 'FQ4']) };
    }),
    wave,
  };
}
