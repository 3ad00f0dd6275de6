import type { Dependencies } from '../dependencies.js';
import { createChoosePlacementView } from './choose-placement-view.js';
import { createChooseTemplate } from './choose-template.js';
import { createOpenMap } from './open-map.js';
import { createOpenMapPage } from './open-map-page.js';
import { createOpenStartPage } from './open-start-page.js';

/** What can be done with the map of a course. */
export function createMapUseCases(deps: Dependencies) {
  return {
    chooseTemplate: createChooseTemplate(deps),
    openMap: createOpenMap(deps),
    openMapPage: createOpenMapPage(deps),
    openStartPage: createOpenStartPage(deps),
    choosePlacementView: createChoosePlacementView(deps),
  };
}

export type MapUseCases = ReturnType<typeof createMapUseCases>;
