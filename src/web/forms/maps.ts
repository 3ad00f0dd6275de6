import { z } from 'zod';
import { TEMPLATE_CODES } from '../../domain/impact-map/templates/template.js';

/** Which element's path is lit up. What cannot be an id lights up nothing. */
export const mapQuery = z.object({ element: z.string().min(1).max(64).optional().catch(undefined) });

/** The choice of a template. */
export const templateForm = z.object({ csrf: z.string(), template: z.enum(TEMPLATE_CODES) }).strict();

/** The choice of what an activity shows. */
export const viewForm = z.object({ csrf: z.string(), view: z.enum(['map', 'intention']) }).strict();
