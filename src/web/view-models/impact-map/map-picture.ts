import type { MapElement, MapVersion } from '../../../domain/impact-map/impact-map.js';
import { layoutMap, type MapLayout } from '../../../domain/impact-map/layout-map.js';
import { type BehaviourPath, elementsWithoutPath, pathsOf, stepsThrough } from '../../../domain/impact-map/paths-of.js';
import type { Stage } from '../../../domain/impact-map/stage.js';
import { isLinkOnPath, isOnPath, type TracedPath, tracePath } from '../../../domain/impact-map/trace-path.js';
import type { Translate } from '../../../i18n/translator.js';
import { inLanguage, type Language } from '../../../shared/language.js';
import { countLines } from './measure-text.js';
import { BOX, COLUMN, HEADING, isHeart, sizeIn } from './picture-measures.js';

/** A short remark in a box, e.g. its evidence; `tone` gives its colour, the words say it all. */
export interface ElementNote {
  text: string;
  tone: 'plain' | 'good' | 'mixed' | 'low';
}

/** How a map is to be shown. */
export interface MapPictureOptions {
  language: Language;
  t: Translate;
  /** The element whose path is lit up; an id that the map does not have lights up nothing. */
  selected?: string | null;
  noteOf?: (stableId: string) => ElementNote | null;
}

/** An element as it is printed, in the picture as in the list. */
export interface PrintedElement {
  id: string;
  href: string;
  /** The same choice on a phone, where the path in words comes first. */
  listHref: string;
  stage: Stage;
  stageName: string;
  text: string;
  note: ElementNote | null;
  isChosen: boolean;
  /** `on` and `off` the chosen path; empty when nothing is chosen. */
  light: 'on' | 'off' | '';
}

export interface PictureBox extends PrintedElement {
  x: number;
  y: number;
  width: number;
  height: number;
  isHeart: boolean;
  leadsTo: string | null;
}

/** Everything `views/impact-map/map-picture.ejs` prints. */
export interface MapPicture {
  label: string;
  scrollLabel: string;
  stagesLabel: string;
  hint: string;
  width: number;
  height: number;
  headings: { number: number; stage: Stage; name: string; question: string; x: number; width: number; height: number; isHeart: boolean }[];
  lines: { d: string; light: 'on' | 'off' | ''; isHeart: boolean }[];
  /** The boxes in the order of the paths; each stands in the first path it is on. */
  groups: { label: string; boxes: PictureBox[] }[];
  list: {
    title: string;
    questionsTitle: string;
    restTitle: string;
    /** Open: the first, or those that the chosen element is on. */
    paths: { label: string; behaviour: string; isOpen: boolean; steps: { stage: Stage; name: string; elements: PrintedElement[] }[] }[];
    rest: PrintedElement[];
  };
  chosen: {
    title: string;
    help: string | null;
    clear: string;
    steps: { stage: Stage; name: string; elements: { text: string; isChosen: boolean }[] }[];
  } | null;
}

type ShownMap = Pick<MapVersion, 'elements' | 'links'>;

/** Draws a map up for printing: as a picture, as a list of paths, and, where an element is chosen, its path in words (domain.md §1.4). */
export function mapPicture(map: ShownMap, options: MapPictureOptions): MapPicture {
  const { t, language } = options;
  const paths = pathsOf(map);
  const rest = elementsWithoutPath(map, paths);
  const chosen = map.elements.find((element) => element.stableId === options.selected) ?? null;
  const path = chosen && tracePath(map, chosen.stableId);
  const print = printer(options, path);
  const headingHeight = HEADING.heightOf((stage) => [t(`map.stage.${stage}`), t(`map.question.${stage}`)]);
  const layout = layoutMap(map, {
    widthOf: (stage) => COLUMN[stage],
    heightOf: (element) => boxHeight(element, print(element)),
    top: headingHeight + HEADING.gap,
    columnGap: BOX.columnGap,
    boxGap: BOX.gap,
  });
  return {
    label: t('map.picture.label'),
    scrollLabel: t('map.picture.scroll'),
    stagesLabel: t('map.picture.stages'),
    hint: t('map.picture.hint'),
    width: Math.ceil(layout.width),
    height: Math.ceil(layout.height) + BOX.margin,
    headings: layout.columns.map(({ stage, x, width }, at) => ({
      ...{ number: at + 1, stage, x, width, height: headingHeight, isHeart: isHeart(stage) },
      name: t(`map.stage.${stage}`),
      question: t(`map.question.${stage}`),
    })),
    lines: linesOf(layout, path),
    groups: groupsOf(map, { layout, paths, rest, print, options }),
    list: {
      title: t('map.paths.title'),
      questionsTitle: t('map.paths.questions'),
      restTitle: t('map.paths.rest'),
      paths: paths.map(({ behaviour, steps }, at) => ({
        label: t('map.paths.behaviour', { now: at + 1, total: paths.length }),
        behaviour: inLanguage(behaviour.text, language),
        isOpen: path ? isOnPath(path, behaviour.stableId) : at === 0,
        steps: steps.map(({ stage, elements }) => ({ stage, name: t(`map.stage.${stage}`), elements: elements.map(print) })),
      })),
      rest: rest.map(print),
    },
    chosen: chosen && {
      title: t('map.chosen.title'),
      help: chosen.details['direction'] === 'up_then_down' ? t('map.chosen.rises') : null,
      clear: t('map.chosen.clear'),
      steps: stepsThrough(map, chosen.stableId).map(({ stage, elements }) => ({
        stage,
        name: t(`map.stage.${stage}`),
        elements: elements.map((element) => ({ text: inLanguage(element.text, language), isChosen: element === chosen })),
      })),
    },
  };
}

type Print = (element: MapElement) => PrintedElement;

function printer({ t, language, noteOf }: MapPictureOptions, path: TracedPath | null): Print {
  return (element) => {
    const id = element.stableId;
    const isChosen = path?.elementId === id;
    const anchor = encodeURIComponent(id);
    return {
      id,
      href: isChosen ? '?' : `?element=${anchor}#${anchor}`,
      listHref: isChosen ? '?' : `?element=${anchor}#chosen-path`,
      stage: element.stage,
      stageName: t(`map.stage.${element.stage}`),
      text: inLanguage(element.text, language),
      note: noteOf?.(id) ?? null,
      isChosen,
      light: lightOf(path, path !== null && isOnPath(path, id)),
    };
  };
}

const lightOf = (path: TracedPath | null, isOn: boolean): 'on' | 'off' | '' => (path === null ? '' : isOn ? 'on' : 'off');

function boxHeight(element: MapElement, { text, note }: PrintedElement): number {
  const width = COLUMN[element.stage] - 2 * BOX.padding;
  const { size, line } = sizeIn(element.stage);
  const textHeight = countLines(text, width, size) * line;
  const noteHeight = note ? BOX.noteGap + countLines(note.text, width - BOX.notePadding, BOX.noteSize) * BOX.noteLine : 0;
  return Math.max(BOX.least, Math.ceil(textHeight + noteHeight + 2 * BOX.padding));
}

function linesOf(layout: MapLayout, path: TracedPath | null): MapPicture['lines'] {
  const stages = new Map(layout.boxes.map((box) => [box.id, box.stage]));
  const one = (value: number): string => value.toFixed(1);
  return layout.lines.map((line) => {
    const bend = Math.max(BOX.columnGap * 0.55, (line.x2 - line.x1) * 0.5);
    const end = line.x2 - BOX.arrow;
    return {
      d: `M${one(line.x1)} ${one(line.y1)}C${one(line.x1 + bend)} ${one(line.y1)} ${one(end - bend)} ${one(line.y2)} ${one(end)} ${one(line.y2)}`,
      light: lightOf(path, path !== null && isLinkOnPath(path, line)),
      isHeart: stages.get(line.from) === 'work_behaviour',
    };
  });
}

interface Grouping {
  layout: MapLayout;
  paths: BehaviourPath[];
  rest: MapElement[];
  print: Print;
  options: MapPictureOptions;
}

function groupsOf(map: ShownMap, { layout, paths, rest, print, options }: Grouping): MapPicture['groups'] {
  const { t, language } = options;
  const boxes = new Map(layout.boxes.map((box) => [box.id, box]));
  const texts = new Map(map.elements.map((element) => [element.stableId, inLanguage(element.text, language)]));
  const seen = new Set<string>();
  const boxOf = (element: MapElement): PictureBox[] => {
    const box = boxes.get(element.stableId);
    if (!box || seen.has(element.stableId)) return [];
    seen.add(element.stableId);
    const next = map.links.filter((link) => link.from === element.stableId).map((link) => texts.get(link.to) ?? '');
    const leadsTo = next.length > 0 ? t('map.picture.leadsTo', { items: next.join('; ') }) : null;
    return [{ ...print(element), ...{ x: box.x, y: box.y, width: box.width, height: box.height }, isHeart: isHeart(box.stage), leadsTo }];
  };
  const groups = paths.map(({ behaviour, steps }, at) => ({
    label: t('map.picture.path', { now: at + 1, total: paths.length, behaviour: inLanguage(behaviour.text, language) }),
    boxes: steps.flatMap((step) => step.elements).flatMap(boxOf),
  }));
  return rest.length === 0 ? groups : [...groups, { label: t('map.picture.rest'), boxes: rest.flatMap(boxOf) }];
}
