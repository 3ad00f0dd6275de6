import type { Request } from 'express';
import type { z } from 'zod';
import { AppError } from '../shared/errors.js';

/** Parses body, params or query by a schema; what does not fit becomes a refusal of kind `invalid` (or `not-found` for params). */
export function parseParams<Schema extends z.ZodType>(req: Request, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(req.params);
  if (!parsed.success) throw new AppError('not-found', 'not-found', { fields: fieldsOf(parsed.error) });
  return parsed.data;
}

/** Parses the query string. */
export function parseQuery<Schema extends z.ZodType>(req: Request, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(req.query);
  if (!parsed.success) throw new AppError('invalid', 'invalid', { fields: fieldsOf(parsed.error) });
  return parsed.data;
}

/** Parses a posted form. Where a page can show the fault beside its field, use the schema's `safeParse` and answer 422 instead. */
export function parseBody<Schema extends z.ZodType>(req: Request, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(req.body ?? {});
  if (!parsed.success) throw new AppError('invalid', 'invalid', { fields: fieldsOf(parsed.error) });
  return parsed.data;
}

/** What does not fit and in which way. Not the error's own words: they repeat names of fields that somebody made up. */
function fieldsOf(error: z.ZodError): string[] {
  return error.issues.map(({ path, code }) => `${path.join('.')} ${code}`.trim());
}
