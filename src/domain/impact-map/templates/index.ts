import { customerConversations } from './customer-conversations.js';
import type { MapTemplate } from './template.js';

export type { MapTemplate, TemplateCode } from './template.js';

/** The worked examples a designer can start from, in the order shown (domain.md §1.7). */
export const TEMPLATES: readonly MapTemplate[] = [customerConversations];

/** The template with this code, or null. */
export function findTemplate(code: string): MapTemplate | null {
  return TEMPLATES.find((template) => template.code === code) ?? null;
}
