import { z } from 'zod';
import { cleanText } from '../../shared/clean-text.js';
import { rowId } from '../middleware/require-course.js';

const words = z.string().max(60_000).transform(cleanText).catch('');

export const commitmentParams = z.object({ courseId: rowId, commitmentId: rowId });

/** The form on which a plan is changed. `go` tells which button was pressed. */
export const planForm = z.object({ when: words, then: words, go: z.enum(['next', 'leave', 'stay']).catch('next') });

/** What "My plan" is told about what was just done. */
export const planQuery = z.object({ done: z.string().max(20).optional().catch(undefined) });
