import { behavioursOf, elementsOf, type MapElement, type MapVersion } from './impact-map.js';
import { STAGES, type Stage } from './stage.js';
import { isOnPath, tracePath } from './trace-path.js';

/** One stage of a path, with the elements of the path in it. */
export interface PathStep {
  stage: Stage;
  elements: MapElement[];
}

/** A map read through one behaviour: from the people who learn to the goals it serves. Stages without an element are left out. */
export interface BehaviourPath {
  behaviour: MapElement;
  steps: PathStep[];
}

type ElementsAndLinks = Pick<MapVersion, 'elements' | 'links'>;

/** The map as an ordered list: one path for each behaviour, in the order of the map (domain.md §1.4, "Rows"). */
export function pathsOf(map: ElementsAndLinks): BehaviourPath[] {
  return behavioursOf(map).map((behaviour) => ({ behaviour, steps: stepsThrough(map, behaviour.stableId) }));
}

/** The path through one element, stage by stage; other elements of its own stage are not on it. */
export function stepsThrough(map: ElementsAndLinks, elementId: string): PathStep[] {
  const path = tracePath(map, elementId);
  return STAGES.map((stage) => ({
    stage,
    elements: elementsOf(map, stage).filter((element) => isOnPath(path, element.stableId)),
  })).filter((step) => step.elements.length > 0);
}

/** The elements that lie on no behaviour's path, in reading order: what the list of paths would otherwise hide. */
export function elementsWithoutPath(map: ElementsAndLinks, paths: readonly BehaviourPath[]): MapElement[] {
  const shown = new Set(paths.flatMap((path) => path.steps.flatMap((step) => step.elements.map((element) => element.stableId))));
  return STAGES.flatMap((stage) => elementsOf(map, stage)).filter((element) => !shown.has(element.stableId));
}
