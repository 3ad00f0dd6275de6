import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { CLAIM } from './names.js';
import { type DemoPlatform, findPerson } from './platform.js';
import { PageRefusal } from './refusals.js';
import { sessionOf } from './session.js';
import { roleIn, takeId } from './state.js';
import { verifyByTool } from './tool-signature.js';

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const contentItem = z.looseObject({
  type: z.literal('ltiResourceLink'),
  title: z.string().max(255).optional(),
  text: z.string().optional(),
  url: z.url().optional(),
  custom: z
    .record(
      z.string(),
      scalar.refine((value) => !value.includes('\n')),
    )
    .optional(),
  lineItem: z.looseObject({ scoreMaximum: z.number(), resourceId: z.string().optional(), tag: z.string().optional() }).optional(),
});

/** Where a deep-linking answer arrives: checks the JWT as Moodle does and makes the activities (moodle 3.2, 3.3). */
export function createContentItemRoutes(platform: DemoPlatform): Router {
  const router = Router();
  router.post('/mod/lti/contentitem_return.php', express.urlencoded({ extended: false }), (req, res) => takeAnswer(platform, req, res));
  return router;
}

async function takeAnswer(platform: DemoPlatform, req: Request, res: Response): Promise<void> {
  const session = sessionOf(platform, req, res);
  const person = findPerson(platform, session.personId);
  const courseId = String(req.query['course'] ?? '');
  const mayAdd = person && req.query['sesskey'] === session.sesskey && roleIn(platform.state, person, courseId) === 'teacher';
  if (!mayAdd) throw new PageRefusal('you may not add activities here');
  const claims = await verifyByTool(platform, String(req.body?.JWT ?? '')).catch(() => null);
  if (claims?.iss !== platform.state.tool?.clientId) throw new PageRefusal('the answer of the tool is not signed well');
  const items = z.array(contentItem).safeParse(claims?.[CLAIM.contentItems] ?? []);
  if (!items.success) throw new PageRefusal('the answer of the tool cannot be used');
  for (const item of items.data) addActivity(platform, courseId, item);
  platform.changed();
  // The answer arrives inside the frame; the course page around it has to be opened again.
  const course = `${platform.issuer}/course/view.php?id=${encodeURIComponent(courseId)}`;
  res.type('html').send(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Demo LMS</title></head><body>
<p><a href="${course}" target="_top">Back to the course</a></p><script>window.top.location.href = ${JSON.stringify(course)}</script></body></html>`);
}

/** What an activity is made of. */
export interface NewActivity {
  title?: string | undefined;
  text?: string | undefined;
  url?: string | undefined;
  custom?: Record<string, string> | undefined;
  lineItem?: { scoreMaximum: number; resourceId?: string | undefined; tag?: string | undefined } | undefined;
}

/** Makes one activity; with a line item it gets a column in the gradebook. */
export function addActivity(platform: DemoPlatform, courseId: string, item: NewActivity): string {
  const { state } = platform;
  const id = takeId(state);
  const title = item.title ?? state.tool?.name ?? 'Activity';
  let lineItemId: string | null = null;
  if (item.lineItem) {
    lineItemId = takeId(state);
    state.lineItems.push({
      id: lineItemId,
      courseId,
      label: title,
      scoreMaximum: item.lineItem.scoreMaximum,
      resourceId: item.lineItem.resourceId ?? '',
      tag: item.lineItem.tag ?? '',
      activityId: id,
    });
  }
  state.activities.push({
    id,
    moduleId: takeId(state),
    courseId,
    title,
    text: item.text ?? '',
    url: item.url ?? null,
    custom: item.custom ?? {},
    lineItemId,
  });
  platform.changed();
  return id;
}
