import express, { type Request, type Response, Router } from 'express';
import { MEDIA, SCOPE } from './names.js';
import type { DemoPlatform } from './platform.js';
import { ServiceRefusal } from './refusals.js';
import { type DemoLineItem, takeId } from './state.js';
import { isAllowed } from './token-routes.js';

const BASE = '/mod/lti/services.php/:courseId/lineitems';
const anyText = express.text({ type: () => true });

/** Assignment and Grade Services with Moodle's strictness about media types (moodle 5.2–5.4, 5.7). */
export function createGradebookRoutes(platform: DemoPlatform): Router {
  const router = Router();
  const guard = (scopes: readonly string[]) => (req: Request, _res: Response, next: () => void) => {
    if (!isAllowed(platform, req, scopes)) throw new ServiceRefusal(401, 'Unauthorized');
    next();
  };
  const itemOf = (req: Request): DemoLineItem | undefined =>
    platform.state.lineItems.find((item) => item.id === req.params['itemId'] && item.courseId === req.params['courseId']);

  router.get(BASE, guard([SCOPE.lineItem, SCOPE.lineItemRead]), (req, res) => {
    if (req.headers.accept && req.headers.accept !== MEDIA.lineItems) throw new ServiceRefusal(400, 'No handler found');
    const items = platform.state.lineItems.filter((item) => matches(item, req));
    sendAs(
      res,
      MEDIA.lineItems,
      items.map((item) => asJson(platform, item)),
    );
  });
  router.post(BASE, guard([SCOPE.lineItem]), anyText, (req, res) => addLineItem(platform, req, res));
  router.get(`${BASE}/:itemId/lineitem`, guard([SCOPE.lineItem, SCOPE.lineItemRead]), (req, res) => {
    const item = itemOf(req);
    if (!item) throw new ServiceRefusal(404, 'Not Found');
    sendAs(res, MEDIA.lineItem, asJson(platform, item));
  });
  router.post(`${BASE}/:itemId/lineitem/scores`, guard([SCOPE.score]), anyText, (req, res) => {
    const item = itemOf(req);
    if (!item) throw new ServiceRefusal(404, 'Not Found');
    takeScore(platform, item, req, res);
  });
  router.get(`${BASE}/:itemId/lineitem/results`, guard([SCOPE.resultRead]), (req, res) => {
    const item = itemOf(req);
    if (!item) throw new ServiceRefusal(404, 'Not Found');
    sendAs(res, MEDIA.results, resultsOf(platform, item, req));
  });
  return router;
}

function matches(item: DemoLineItem, req: Request): boolean {
  const { tag, resource_id, resource_link_id } = req.query;
  if (item.courseId !== req.params['courseId']) return false;
  return (
    (!tag || item.tag === tag) &&
    (!resource_id || item.resourceId === resource_id) &&
    (!resource_link_id || item.activityId === resource_link_id)
  );
}

function addLineItem(platform: DemoPlatform, req: Request, res: Response): void {
  const body = readJson(req, MEDIA.lineItem);
  const courseId = String(req.params['courseId']);
  if (!body || typeof body['label'] !== 'string' || typeof body['scoreMaximum'] !== 'number')
    throw new ServiceRefusal(400, 'Incorrect line item received');
  const activityId = body['resourceLinkId'] === undefined ? null : String(body['resourceLinkId']);
  const isOurs = activityId === null || platform.state.activities.some((one) => one.id === activityId && one.courseId === courseId);
  if (!isOurs) throw new ServiceRefusal(403, 'Forbidden');
  const item: DemoLineItem = {
    id: takeId(platform.state),
    courseId,
    label: body['label'],
    scoreMaximum: body['scoreMaximum'],
    resourceId: String(body['resourceId'] ?? ''),
    tag: String(body['tag'] ?? ''),
    activityId,
  };
  platform.state.lineItems.push(item);
  platform.changed();
  res.status(201);
  sendAs(res, MEDIA.lineItem, { ...body, id: lineItemUrl(platform, item) });
}

function takeScore(platform: DemoPlatform, item: DemoLineItem, req: Request, res: Response): void {
  const planned = platform.faults.scores.shift();
  if (planned) throw new ServiceRefusal(planned, 'Planned failure');
  const body = readJson(req, MEDIA.score);
  const { userId, timestamp, activityProgress, gradingProgress, scoreGiven, scoreMaximum, comment } = body ?? {};
  const isComplete = typeof timestamp === 'string' && !Number.isNaN(Date.parse(timestamp)) && activityProgress && gradingProgress;
  if (!body || !isComplete || (scoreGiven !== undefined && typeof scoreMaximum !== 'number'))
    throw new ServiceRefusal(400, 'Incorrect score received');
  const isLearner = platform.state.enrolments.some(
    (one) => one.courseId === item.courseId && one.personId === userId && one.role === 'learner',
  );
  if (!isLearner) throw new ServiceRefusal(400, 'Incorrect score received');
  const earlier = platform.state.scores.find((score) => score.lineItemId === item.id && score.personId === userId);
  const seconds = (moment: string) => Math.floor(Date.parse(moment) / 1000);
  if (earlier && seconds(earlier.timestamp) >= seconds(timestamp))
    throw new ServiceRefusal(409, 'Refusing score with an earlier timestamp');
  platform.state.scores = platform.state.scores.filter((score) => score !== earlier);
  platform.state.scores.push({
    lineItemId: item.id,
    personId: String(userId),
    scoreGiven:
      gradingProgress === 'FullyGraded' && typeof scoreGiven === 'number' ? (scoreGiven / Number(scoreMaximum)) * item.scoreMaximum : null,
    scoreMaximum: item.scoreMaximum,
    comment: typeof comment === 'string' ? comment : null,
    timestamp,
  });
  platform.changed();
  res.status(200).set('Content-Type', `${MEDIA.score}; charset=utf-8`).end();
}

function resultsOf(platform: DemoPlatform, item: DemoLineItem, req: Request): object[] {
  const url = new URL(lineItemUrl(platform, item));
  return platform.state.scores
    .filter((score) => score.lineItemId === item.id && (!req.query['user_id'] || score.personId === req.query['user_id']))
    .map((score) => ({
      id: `${url.origin}${url.pathname}/results${url.search}&user_id=${score.personId}`,
      userId: score.personId,
      ...(score.scoreGiven === null
        ? {}
        : {
            resultScore: score.scoreGiven,
            resultMaximum: score.scoreMaximum,
            comment: score.comment ?? '',
            scoreOf: lineItemUrl(platform, item),
            timestamp: score.timestamp,
          }),
    }));
}

function asJson(platform: DemoPlatform, item: DemoLineItem): object {
  return {
    id: lineItemUrl(platform, item),
    label: item.label,
    scoreMaximum: item.scoreMaximum,
    resourceId: item.resourceId,
    tag: item.tag,
    ...(item.activityId === null ? {} : { resourceLinkId: item.activityId, ltiLinkId: item.activityId }),
  };
}

function lineItemUrl(platform: DemoPlatform, item: DemoLineItem): string {
  return `${platform.issuer}/mod/lti/services.php/${item.courseId}/lineitems/${item.id}/lineitem?type_id=${platform.state.tool?.typeId}`;
}

function readJson(req: Request, media: string): Record<string, unknown> | null {
  if ((req.headers['content-type'] ?? '').split(';')[0]?.trim() !== media) return null;
  try {
    return JSON.parse(String(req.body)) as Record<string, unknown>;
  } catch {
    return null;
  }
}

function sendAs(res: Response, media: string, body: unknown): void {
  res.set('Content-Type', `${media}; charset=utf-8`).send(Buffer.from(JSON.stringify(body)));
}
