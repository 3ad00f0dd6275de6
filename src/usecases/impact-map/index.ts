import type { Dependencies } from '../dependencies.js';
import { createChooseTemplate } from './choose-template.js';
import { createOpenMap } from './open-map.js';

/** What can be done with the map of a course. */
export function createMapUseCases(deps: Dependencies) {
  return {
    chooseTemplate: createChooseTemplate(deps),
    openMap: createOpenMap(deps),
  };
}

export type MapUseCases = ReturnType<typeof createMapUseCases>;
