import type { Dependencies } from '../dependencies.js';
import { createFindWhatIsNext } from './find-what-is-next.js';
import { createFinishCourse } from './finish-course.js';
import { createOpenIntention } from './open-intention.js';
import { createOpenPreview } from './open-preview.js';
import { createSaveStep } from './save-step.js';
import { createSubmitIntention } from './submit-intention.js';

/** What can be done with intentions. */
export function createIntentionUseCases(deps: Pick<Dependencies, 'data' | 'clocks'>) {
  return {
    findWhatIsNext: createFindWhatIsNext(deps),
    finishCourse: createFinishCourse(deps),
    openIntention: createOpenIntention(deps),
    openPreview: createOpenPreview(deps),
    saveStep: createSaveStep(deps),
    submitIntention: createSubmitIntention(deps),
  };
}

export type IntentionUseCases = ReturnType<typeof createIntentionUseCases>;
