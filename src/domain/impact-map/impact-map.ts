import type { Bilingual } from '../../shared/language.js';
import type { Occasion, Stage } from './stage.js';

/** One box in a stage. `stableId` is unique in a version and survives versions. */
export interface MapElement {
  stableId: string;
  stage: Stage;
  position: number;
  text: Bilingual;
  /** Only for behaviours. */
  occasion: Occasion | null;
  /** What belongs to the stage, e.g. an indicator's `source`, `cadence`, `direction`. */
  details: Record<string, unknown>;
}

/** A line from one element to a later one. */
export interface ElementLink {
  from: string;
  to: string;
  assumption: Bilingual | null;
  confidence: 'low' | 'medium' | 'high' | null;
}

export type MapVersionState = 'draft' | 'published' | 'archived';

/** One version of a course's map; once published it never changes. */
export interface MapVersion {
  id: number;
  impactMapId: number;
  courseId: number;
  number: number;
  state: MapVersionState;
  title: Bilingual;
  templateCode: string | null;
  publishedAt: Date | null;
  elements: MapElement[];
  links: ElementLink[];
}

/** The behaviours of a map, in order: what learners choose from. */
export function behavioursOf(map: Pick<MapVersion, 'elements'>): MapElement[] {
  return elementsOf(map, 'work_behaviour');
}

/** The elements of one stage, in order. */
export function elementsOf(map: Pick<MapVersion, 'elements'>, stage: Stage): MapElement[] {
  return map.elements.filter((element) => element.stage === stage).sort((a, b) => a.position - b.position);
}

/** The indicators that a behaviour is linked to. */
export function indicatorsOf(map: Pick<MapVersion, 'elements' | 'links'>, behaviourId: string): MapElement[] {
  const targets = new Set(map.links.filter((link) => link.from === behaviourId).map((link) => link.to));
  return elementsOf(map, 'success_indicator').filter((element) => targets.has(element.stableId));
}
