import { checkCodes, checkText, type Problem } from './check-item.js';
import { INSTRUMENTS, INT, type Item, itemOf } from './instruments.js';
import { type CodesAt, isAskedAt, type Place, placesOf, type SurveyScope } from './survey-scope.js';

/** What is answered to one question: codes, or a text. */
export interface GivenAnswer extends Place {
  item: string;
  codes: readonly string[];
  text: string | null;
}

/** The new when and then of a commitment, where the person wants to change its plan. */
export interface NewPlan {
  commitmentId: number;
  when: string;
  then: string;
}

/** Everything a person submits to a follow-up. What was not answered is left out. */
export interface SurveyValues {
  answers: readonly GivenAnswer[];
  plans: readonly NewPlan[];
}

/** One thing that is wrong, and where. A fault of a plan has the item INT05 and the field it is in. */
export interface SurveyFault extends Place {
  item: string;
  problem: Problem;
  field: string;
}

/** The next steps for which a new when and then are asked. */
export const REPLANNING: readonly string[] = ['NX_ADJUST', 'NX_NEW_PLAN'];

/** The item that asks what to do with the plan (CHK04, FUP11). */
export function nextItemOf(instrument: SurveyScope['instrument']): 'CHK04' | 'FUP11' {
  return instrument === 'CHK' ? 'CHK04' : 'FUP11';
}

/** The codes given to an item at a place. */
export function codesIn(values: Pick<SurveyValues, 'answers'>): CodesAt {
  return (item, place) => values.answers.filter((given) => given.item === item && isAt(given, place)).flatMap(({ codes }) => codes);
}

/**
 * Checks what a person submits against the instrument (domain.md §2.7, decisions.md 7–10, 31): only what is asked of this person is
 * answered, each question once, with known codes, not too many, texts not too long, required ones present. Empty when all is well.
 */
export function checkAnswers(scope: SurveyScope, values: SurveyValues): SurveyFault[] {
  const { items } = INSTRUMENTS[scope.instrument];
  const codesAt = codesIn(values);
  const faults = items.flatMap((item) =>
    placesOf(item, scope).flatMap((place) => {
      const given = values.answers.filter((answer) => answer.item === item.code && isAt(answer, place));
      const problem = problemOf(item, given, isAskedAt(item, place, scope, codesAt));
      return problem ? [{ ...place, item: item.code, problem, field: item.code }] : [];
    }),
  );
  return [...faults, ...strayFaults(scope, values), ...planFaults(scope, values, codesAt)];
}

function problemOf(item: Item, given: readonly GivenAnswer[], isItAsked: boolean): Problem | null {
  const [answer] = given;
  if (given.length > 1) return 'twice';
  if (!isItAsked || item.type === 'note') return answer ? 'not-asked' : null;
  if (item.type === 'text') return answer?.codes.length ? 'unknown' : checkText(item, answer?.text ?? '');
  return answer?.text ? 'unknown' : checkCodes(item, answer?.codes ?? []);
}

/** Answers to items that the instrument has not, or at places it does not ask about. */
function strayFaults(scope: SurveyScope, values: SurveyValues): SurveyFault[] {
  const { items } = INSTRUMENTS[scope.instrument];
  return values.answers.flatMap(({ item: code, commitmentId, indicator }) => {
    const item = items.find((candidate) => candidate.code === code);
    const place = { commitmentId, indicator };
    const isKnown = item && placesOf(item, scope).some((known) => isAt(known, place));
    return isKnown ? [] : [{ ...place, item: code, problem: 'not-asked' as const, field: code }];
  });
}

function planFaults(scope: SurveyScope, { plans }: SurveyValues, codesAt: CodesAt): SurveyFault[] {
  const item = itemOf(INT, 'INT05');
  return plans.flatMap((plan, index) => {
    const place = { commitmentId: plan.commitmentId, indicator: null };
    const isWanted = codesAt(nextItemOf(scope.instrument), place).some((code) => REPLANNING.includes(code));
    const isFirst = plans.findIndex(({ commitmentId }) => commitmentId === plan.commitmentId) === index;
    const problem = isFirst ? (isWanted ? null : 'not-asked') : 'twice';
    const checks: [field: string, problem: Problem | null][] = problem
      ? [['then', problem]]
      : [
          ['when', checkText(item, plan.when, false)],
          ['then', checkText(item, plan.then, true)],
        ];
    return checks.flatMap(([field, fault]) => (fault ? [{ ...place, item: 'INT05', problem: fault, field }] : []));
  });
}

function isAt(one: Place, other: Place): boolean {
  return one.commitmentId === other.commitmentId && one.indicator === other.indicator;
}
