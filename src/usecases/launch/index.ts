import { createBeginLaunch } from './begin-launch.js';
import { createChooseContent, createOpenContentChoice } from './choose-content.js';
import { createCompleteLaunch } from './complete-launch.js';
import { createContinueLaunch } from './continue-launch.js';
import type { LaunchDependencies } from './launch-dependencies.js';
import type { ToolKeys } from './tool-keys.js';

/** What happens between a click in the LMS and a page of ours. */
export function createLaunchUseCases(deps: LaunchDependencies & { toolKeys: ToolKeys }) {
  return {
    beginLaunch: createBeginLaunch(deps),
    continueLaunch: createContinueLaunch(deps),
    completeLaunch: createCompleteLaunch(deps),
    openContentChoice: createOpenContentChoice(deps),
    chooseContent: createChooseContent(deps),
    publishedKeys: () => deps.toolKeys.published(),
  };
}

export type LaunchUseCases = ReturnType<typeof createLaunchUseCases>;
