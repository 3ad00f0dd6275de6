import { courseDesigners } from './course-designers.js';
import { customerConversations } from './customer-conversations.js';
import { homeCareFeedback } from './home-care-feedback.js';
import { safeMachineWork } from './safe-machine-work.js';
import type { MapTemplate } from './template.js';

export type { MapTemplate, TemplateCode } from './template.js';

/** The worked examples a designer can start from, in the order shown (domain.md §1.7). */
export const TEMPLATES: readonly MapTemplate[] = [customerConversations, homeCareFeedback, safeMachineWork, courseDesigners];

/** The template with this code, or null. */
export function findTemplate(code: string): MapTemplate | null {
  return TEMPLATES.find((template) => template.code === code) ?? null;
}
