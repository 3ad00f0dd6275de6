import type { Bilingual } from '../../../shared/language.js';
import type { ElementLink, MapElement } from '../impact-map.js';
import type { Occasion, Stage } from '../stage.js';

export const TEMPLATE_CODES = ['A', 'B', 'C', 'D'] as const;
export type TemplateCode = (typeof TEMPLATE_CODES)[number];

/** A worked example to start from, complete in both languages (domain.md §1.7). */
export interface MapTemplate {
  code: TemplateCode;
  title: Bilingual;
  /** For whom and for what, in one sentence. */
  summary: Bilingual;
  elements: MapElement[];
  links: ElementLink[];
}

/** An element as a template writes it; its position follows from its place in the list. */
export interface TemplateElement {
  id: string;
  stage: Stage;
  en: string;
  nl: string;
  occasion?: Occasion;
  details?: Record<string, unknown>;
}

/** Builds a template: `links` are lines `B1 > S1, S2`. */
export function makeTemplate(
  code: TemplateCode,
  words: { title: Bilingual; summary: Bilingual },
  parts: { elements: readonly TemplateElement[]; links: readonly string[] },
): MapTemplate {
  const seen = new Map<Stage, number>();
  const elements = parts.elements.map(({ id, stage, en, nl, occasion, details }): MapElement => {
    const position = (seen.get(stage) ?? 0) + 1;
    seen.set(stage, position);
    return { stableId: id, stage, position, text: { en, nl }, occasion: occasion ?? null, details: details ?? {} };
  });
  return { code, ...words, elements, links: parts.links.flatMap(linksOf) };
}

function linksOf(line: string): ElementLink[] {
  const [from = '', targets = ''] = line.split('>').map((part) => part.trim());
  return targets.split(',').map((to) => ({ from, to: to.trim(), assumption: null, confidence: null }));
}
