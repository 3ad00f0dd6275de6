import { BARRIERS, FACTORS } from '../../domain/survey/codes.js';
import { DISTRIBUTION_FLOOR, gateCell, gateDivision, hiddenChildren, isSafe, isSafeWithin } from '../small-groups.js';
import type { ApplicationFigure, ChoiceFigure, Figure, OutcomeFigure } from './figures.js';
import type { RunCounts, WaveRow } from './rows.js';

const FEW: Figure = { shown: false, reason: 'few' };
const OTHERS: Figure = { shown: false, reason: 'others' };

/** R6: answers that are only said in words when (almost) everybody or nobody gave them (domain.md §3.6). */
const SENSITIVE_STATUS = 'ST_DROPPED';
const SENSITIVE_FACTOR = 'F07_MANAGER';

/**
 * Every figure of a run after the small-group gate, by its code (`R10/W2`, `R10/W2/B1`, `R07/B1` …). The gate stands here and nowhere
 * else: what this gives may be stored, shown and exported (domain.md §3.6 R1–R3, R6).
 */
export function buildFigures(counts: RunCounts, k: number): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  const { reach, commitments } = counts;
  const intended = reach.fresh + reach.kept;
  const enough = (size: number, figure: () => Figure): Figure => (size >= k ? figure() : FEW);
  figures.set(
    'R01',
    enough(reach.completed, () => ({ shown: true, size: reach.completed, enrolled: reach.enrolled, completed: reach.completed })),
  );
  figures.set(
    'R02',
    enough(reach.submitted, () => outcomes(counts, k)),
  );
  figures.set(
    'R04',
    enough(commitments.plan_learners, () => ({
      shown: true,
      size: commitments.plan_learners,
      complete: commitments.plans_complete,
      asked: commitments.plans_asked,
    })),
  );
  const hidden = hiddenBehaviours(counts, k);
  figures.set(
    'R06',
    enough(intended, () => choices(counts, hidden, k)),
  );
  for (const { element, choosers, then_known: known, then_often: often } of counts.behaviours) {
    if (element === null) continue;
    // Beside the choosers it would tell how few could not say how often they did it.
    const isTold = !hidden.has(element) && isSafeWithin(known, choosers, k);
    const share = (): Figure => (isTold ? { shown: true, size: known, yes: often, of: known } : OTHERS);
    figures.set(`R07/${element}`, enough(known, share));
  }
  for (const wave of counts.waves) waveFigures(counts, wave, k).forEach((figure, code) => void figures.set(code, figure));
  for (const { wave, asked, named_help: help, named_hinder: hinder } of counts.factorAskers) {
    const told = isAskedSafe(
      counts.waves.find((row) => row.wave === wave),
      asked,
      k,
    )
      ? asked
      : null;
    figures.set(
      `R21/${wave}`,
      enough(asked, () => ({ shown: true, size: asked, asked: told, factors: factors(counts, { wave, asked, help, hinder }, k) })),
    );
  }
  return figures;
}

/**
 * How many were asked for factors may stand beside those who answered, and those with a new commitment, only if no small group is left.
 * At the first check only those are asked who do not do it regularly: their number would open what the division of those who do it hides.
 */
function isAskedSafe(row: WaveRow | undefined, asked: number, k: number): boolean {
  if (!row) return false;
  if (row.wave === 'W1' && (row.answered_new < DISTRIBUTION_FLOOR || applyingParts(row, k).pooled !== null)) return false;
  return isSafe(row.answered - asked, k) && isSafe(Math.abs(row.answered_new - asked), k);
}

function outcomes({ reach }: RunCounts, k: number): OutcomeFigure {
  const division = gateDivision(
    [
      { code: 'fresh', count: reach.fresh },
      { code: 'kept', count: reach.kept },
      { code: 'considered', count: reach.considered },
      { code: 'exit', count: reach.left_by_exit },
      { code: 'none', count: reach.completed - reach.submitted },
    ],
    // R04 and those asked in a wave tell how many made a new plan.
    { k, known: 'fresh' },
  );
  const shown = (code: string): number | null => division.cells.find((cell) => cell.code === code)?.count ?? null;
  const fresh = shown('fresh');
  const kept = shown('kept');
  return {
    shown: true,
    size: reach.submitted,
    completed: reach.completed,
    fresh,
    intended: fresh === null || kept === null ? null : fresh + kept,
    outcomes: division,
  };
}

/** Everybody asked, beside those with a new plan, tells how many only keep doing it: taken out of R02's pool, that must leave no small group with a name. */
function opensPool({ pooled }: OutcomeFigure['outcomes'], kept: number, k: number): boolean {
  if (!pooled?.codes.includes('kept') || pooled.codes.includes('fresh') || pooled.count === null) return false;
  return pooled.codes.length < 3 || !isSafe(pooled.count - kept, k);
}

function hiddenBehaviours({ reach, behaviours }: RunCounts, k: number): Set<string | null> {
  const children = behaviours.map(({ element, choosers }) => ({ code: element ?? '', count: choosers }));
  const hidden = hiddenChildren(reach.fresh + reach.kept, children, k, { isSumTold: true });
  return new Set([...hidden].map((code) => (code === '' ? null : code)));
}

function choices(counts: RunCounts, hidden: Set<string | null>, k: number): ChoiceFigure {
  const { reach, commitments, behaviours } = counts;
  const intended = reach.fresh + reach.kept;
  return {
    shown: true,
    size: intended,
    // Beside R02 the total would tell how many only keep doing what they did, also when these stand in R02's pool.
    of: isSafe(reach.kept, k) && outcomes(counts, k).intended !== null ? intended : null,
    median: medianOf([reach.with_one, reach.with_two, reach.with_three]),
    most: reach.with_three > 0 ? 3 : reach.with_two > 0 ? 2 : 1,
    commitments: commitments.commitments,
    onMap: hidden.has(null) ? null : commitments.on_map,
    behaviours: behaviours.map(({ element, choosers }) => ({ element, choosers: hidden.has(element) ? null : choosers })),
  };
}

/** The median of ones, twos and threes, given how many there are of each. */
function medianOf(numbers: readonly number[]): number {
  const total = numbers.reduce((sum, count) => sum + count, 0);
  const at = (position: number): number => {
    let passed = 0;
    const index = numbers.findIndex((count) => {
      passed += count;
      return passed >= position;
    });
    return index + 1;
  };
  return (at(Math.floor((total + 1) / 2)) + at(Math.ceil((total + 1) / 2))) / 2;
}

function waveFigures(counts: RunCounts, row: WaveRow, k: number): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  const { wave, answered_new: answered } = row;
  const overlap = isSafe(row.answered - answered, k) && isSafe(row.eligible - row.eligible_new, k);
  const isOpening = (answered >= k && !overlap) || opensPool(outcomes(counts, k).outcomes, counts.reach.kept, k);
  figures.set(`R08/${wave}`, row.answered < k ? FEW : isOpening ? OTHERS : response(row, counts.reach.completed));
  figures.set(`R10/${wave}`, answered < k ? FEW : application(counts, row, k));
  const occasion: Figure = { shown: true, size: row.occasion, yes: row.applying_occasion, of: row.occasion };
  figures.set(`R11/${wave}`, row.occasion < k ? FEW : isSafeWithin(row.occasion, answered, k) ? occasion : OTHERS);
  const behaviours = counts.behaviourWaves.filter((behaviour) => behaviour.wave === wave);
  const hidden = hiddenChildren(
    answered,
    behaviours.map(({ element, answered: count }) => ({ code: element, count })),
    k,
  );
  const unchosen = hiddenBehaviours(counts, k);
  for (const { element, eligible, answered: of, applying } of behaviours) {
    const choosers = counts.behaviours.find((one) => one.element === element)?.choosers ?? 0;
    const isAskedTold = !unchosen.has(element) && isSafe(choosers - eligible, k) && isSafe(row.eligible_new - eligible, k);
    const figure: Figure = { shown: true, size: of, applying, answered: of, eligible: isAskedTold ? eligible : null };
    figures.set(`R10/${wave}/${element}`, of < k ? FEW : hidden.has(element) ? OTHERS : figure);
  }
  return figures;
}

function applyingParts(row: WaveRow, k: number): ReturnType<typeof gateDivision> {
  const parts = [
    { code: 'ST_REGULAR', count: row.status_1 },
    { code: 'ST_SOMETIMES', count: row.status_2 },
  ];
  return gateDivision(parts, { k });
}

function response(row: WaveRow, completed: number): Figure {
  return { shown: true, size: row.answered, answered: row.answered, eligible: row.eligible, completed, isRunning: row.running > 0 };
}

function application(counts: RunCounts, row: WaveRow, k: number): ApplicationFigure {
  const answered = row.answered_new;
  const part = (code: string, count: number): { code: string; count: number } => ({ code, count });
  const others = [
    part('ST_NOT_YET', row.status_4),
    part('ST_STOPPED', row.status_3),
    part('ST_DROPPED', row.status_5),
    part('ST_NA', row.status_6),
  ];
  const silences = counts.silences.filter(({ wave }) => wave === row.wave).map(({ silence, people }) => part(silence, people));
  return {
    shown: true,
    size: answered,
    tried: row.tried,
    applying: row.applying,
    answered,
    eligible: row.eligible_new,
    isRunning: row.running > 0,
    statuses:
      answered < DISTRIBUTION_FLOOR
        ? null
        : {
            applying: applyingParts(row, k),
            // At the first check those who tried it and stopped are R09 without R10.
            others: gateDivision(others, { k, sensitive: [SENSITIVE_STATUS], of: answered, known: 'ST_STOPPED' }),
          },
    silences: gateDivision(silences, { k }),
  };
}

function factors(
  { factors: rows }: RunCounts,
  group: { wave: string; asked: number; help: number; hinder: number },
  k: number,
): { factor: string; help: ReturnType<typeof gateCell> | null; hinder: ReturnType<typeof gateCell> }[] {
  const count = (factor: string, items: readonly string[]): number =>
    rows
      .filter((row) => row.wave === group.wave && row.factor === factor && items.includes(row.item))
      .reduce((sum, row) => sum + row.people, 0);
  /** Counts what people said to this item, not who sent something (R2). */
  const cell = (factor: string, items: readonly string[], named: number): ReturnType<typeof gateCell> =>
    isSafe(named, k) ? gateCell(count(factor, items), group.asked, { k, isSensitive: factor === SENSITIVE_FACTOR }) : 'few';
  const asksHelp = group.wave !== 'W1';
  return BARRIERS.map((factor) => ({
    factor,
    help:
      asksHelp && ((FACTORS as readonly string[]).includes(factor) || factor === 'F98_OTHER') ? cell(factor, ['FUP06'], group.help) : null,
    hinder: cell(factor, ['CHK03', 'FUP07'], group.hinder),
  }));
}
