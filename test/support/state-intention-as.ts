import type { Intention } from '../../src/domain/intention/intention.js';
import type { CommitmentValues } from '../../src/domain/intention/state-intention.js';
import type { Language } from '../../src/shared/language.js';
import { recordArrival } from '../../src/usecases/intention/record-arrival.js';
import { createSubmitIntention } from '../../src/usecases/intention/submit-intention.js';
import type { SignedIn } from './sign-in.js';
import type { TestServices } from './test-services.js';

type Stated = Partial<CommitmentValues> & { stableId?: string; ownText?: string };

/**
 * Lets a signed-in learner complete the course and state an intention on template A, through the use cases; answers it as it is kept.
 * Without `chosen`: B1, "when a customer asks for a product, then I will ask two questions", CM2.
 */
export async function stateIntentionAs(
  services: TestServices,
  learner: Pick<SignedIn, 'personId' | 'courseId'>,
  options: { chosen?: Stated[]; language?: Language; permission?: 'yes' | 'no' } = {},
): Promise<Intention> {
  const { personId, courseId } = learner;
  if (!(await services.web.maps.openMap({ courseId }))) await services.web.maps.chooseTemplate({ courseId, personId, templateCode: 'A' });
  const now = services.calendarClock.now();
  await services.deps.data.write((repositories) =>
    recordArrival(repositories, { personId, courseId, view: 'intention', smallestGroup: 5 }, now),
  );
  const submitted = await createSubmitIntention(services.deps)({
    personId,
    courseId,
    language: options.language ?? 'en',
    values: {
      outcome: 'stated',
      commitments: (options.chosen ?? [{}]).map((chosen, index) => valuesOf(chosen, index === 0)),
      permission: options.permission ?? 'yes',
      waves: [],
      missingText: null,
    },
  });
  if (submitted.kind !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(submitted)}`);
  return services.deps.data.read.intentions.getIntention(submitted.intentionId);
}

function valuesOf({ stableId, ownText, ...given }: Stated, isFirst: boolean): CommitmentValues {
  const level = given.level ?? 'CM2';
  const isNew = level === 'CM1' || level === 'CM2' || level === 'CM3';
  return {
    behaviour: ownText ? { kind: 'own', text: ownText, closestStableId: null } : { kind: 'map', stableId: stableId ?? 'B1' },
    then0: 'FQ1',
    level,
    plan: isNew && isFirst ? { when: 'a customer asks for a product', then: 'ask two questions about the reason' } : null,
    firstExpected: isNew ? 'FI1' : null,
    confidence: isNew ? 'CF2' : null,
    obstacles: isNew ? ['F02_TIME'] : [],
    copingText: null,
    ...given,
  };
}

/** The id of the follow-up of a wave. */
export async function followUpIdOf(services: TestServices, intentionId: number, wave: 'W1' | 'W2' | 'W3'): Promise<number> {
  const followUps = await services.deps.data.read.followUps.listOfIntention(intentionId);
  const found = followUps.find((followUp) => followUp.wave === wave);
  if (!found) throw new Error(`no ${wave}`);
  return found.id;
}
