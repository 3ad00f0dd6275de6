import { column } from './columns.js';
import { table } from './table.js';

/** The chain from learning to goals that one course owns (decisions.md 39). */
export interface ImpactMapRow {
  id: number;
  courseId: number;
  /** The template it was made from (`A`…`D`), or null. */
  templateCode: string | null;
  titleEn: string;
  titleNl: string;
  createdAt: Date;
}
export const impactMaps = table<ImpactMapRow>(
  'impact_maps',
  {
    id: column.id(),
    courseId: column.owned('courses'),
    templateCode: column.optionalText(16),
    titleEn: column.text(),
    titleNl: column.text(),
    createdAt: column.moment(),
  },
  [{ name: 'impact_maps_course', fields: ['course_id'] }],
);

/** One version of a map. `state`: draft, published (never changes again) or archived. */
export interface MapVersionRow {
  id: number;
  impactMapId: number;
  number: number;
  state: string;
  publishedAt: Date | null;
  publishedById: number | null;
  createdAt: Date;
}
export const mapVersions = table<MapVersionRow>(
  'map_versions',
  {
    id: column.id(),
    impactMapId: column.owned('impact_maps'),
    number: column.integer(),
    state: column.text(16),
    publishedAt: column.optionalMoment(),
    publishedById: column.pointer('people'),
    createdAt: column.moment(),
  },
  [{ name: 'map_versions_map_number', unique: true, fields: ['impact_map_id', 'number'] }],
);

/** One box in a stage of a map version; `stableId` survives versions. */
export interface MapElementRow {
  id: number;
  mapVersionId: number;
  stableId: string;
  stage: string;
  position: number;
  textEn: string;
  textNl: string;
  /** For a behaviour: how often its occasion comes (daily, weekly, monthly, quarterly, rare); null elsewhere. */
  occasion: string | null;
  /** What belongs to the stage (indicator source, cadence, direction; intervention form …), as JSON. */
  details: string;
}
export const mapElements = table<MapElementRow>(
  'map_elements',
  {
    id: column.id(),
    mapVersionId: column.owned('map_versions'),
    stableId: column.text(64),
    stage: column.text(32),
    position: column.integer(),
    textEn: column.text(1024),
    textNl: column.text(1024),
    occasion: column.optionalText(16),
    details: column.longText(),
  },
  [{ name: 'map_elements_version_stable', unique: true, fields: ['map_version_id', 'stable_id'] }],
);

/** A line from one element to a later one, with the belief it rests on. */
export interface ElementLinkRow {
  id: number;
  mapVersionId: number;
  fromStableId: string;
  toStableId: string;
  assumptionEn: string | null;
  assumptionNl: string | null;
  confidence: string | null;
}
export const elementLinks = table<ElementLinkRow>(
  'element_links',
  {
    id: column.id(),
    mapVersionId: column.owned('map_versions'),
    fromStableId: column.text(64),
    toStableId: column.text(64),
    assumptionEn: column.optionalText(1024),
    assumptionNl: column.optionalText(1024),
    confidence: column.optionalText(16),
  },
  [{ name: 'element_links_version_from_to', unique: true, fields: ['map_version_id', 'from_stable_id', 'to_stable_id'] }],
);
