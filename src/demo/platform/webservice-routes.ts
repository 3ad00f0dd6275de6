import { setTimeout as sleep } from 'node:timers/promises';
import express, { type Request, type Response, Router } from 'express';
import type { WebServiceFault } from './faults.js';
import type { DemoPlatform } from './platform.js';
import { sendInstantMessages, sentMessages, type WebServiceError, webServiceError } from './webservice-messages.js';

const FUNCTIONS = ['core_webservice_get_site_info', 'core_message_send_instant_messages', 'core_message_get_messages'] as const;
const VERSION = '2025100600.02';

/** The REST web services the tool calls: shapes and errors as recorded, errors inside HTTP 200 (moodle §8, recordings). */
export function createWebServiceRoutes(platform: DemoPlatform): Router {
  const router = Router();
  const handle = (req: Request, res: Response) => answer(platform, res, { ...req.query, ...req.body });
  router.all('/webservice/rest/server.php', express.urlencoded({ extended: true }), handle);
  return router;
}

async function answer(platform: DemoPlatform, res: Response, given: Record<string, unknown>): Promise<void> {
  const { faults } = platform;
  if (faults.delayMs > 0) await sleep(faults.delayMs);
  const name = String(given['wsfunction'] ?? '');
  const planned = faults.always ?? (name === 'core_message_send_instant_messages' ? faults.sending.shift() : undefined);
  if (planned && planned !== 'time-out-after-commit') return misbehave(res, planned);
  const result = call(platform, name, given);
  if (planned === 'time-out-after-commit') return misbehave(res, planned);
  if (given['moodlewsrestformat'] === 'json') return void res.json(result);
  res.type('application/xml').send('<?xml version="1.0" encoding="UTF-8" ?>\n<RESPONSE></RESPONSE>');
}

function call(platform: DemoPlatform, name: string, given: Record<string, unknown>): unknown | WebServiceError {
  if (given['wstoken'] !== platform.serviceToken) {
    return webServiceError('core\\exception\\moodle_exception', 'invalidtoken', 'Invalid token - token not found');
  }
  if (!(FUNCTIONS as readonly string[]).includes(name)) {
    return webServiceError('dml_missing_record_exception', 'invalidrecordunknown', "Can't find data record in database.");
  }
  if (platform.faults.missingFunctions.has(name)) {
    return webServiceError('webservice_access_exception', 'accessexception', 'Access control exception');
  }
  if (name === 'core_webservice_get_site_info') return siteInfo(platform);
  if (name === 'core_message_get_messages') return sentMessages(platform, given);
  return sendInstantMessages(platform, given['messages']);
}

function siteInfo(platform: DemoPlatform): object {
  return {
    sitename: 'Demo LMS',
    username: 'wsimpact',
    firstname: 'Impact',
    lastname: 'Messages',
    fullname: 'Impact Messages',
    lang: 'en',
    userid: Number(platform.servicePersonId),
    siteurl: platform.issuer,
    userpictureurl: '',
    functions: FUNCTIONS.filter((name) => !platform.faults.missingFunctions.has(name)).map((name) => ({ name, version: VERSION })),
    downloadfiles: 0,
    uploadfiles: 0,
    release: '5.1+ (Demo)',
    version: VERSION,
    mobilecssurl: '',
    advancedfeatures: [{ name: 'messaging', value: platform.faults.always === 'messaging-off' ? 0 : 1 }],
    usercanmanageownfiles: true,
    userquota: 0,
    usermaxuploadfilesize: 0,
    userhomepage: 0,
    siteid: 1,
    sitecalendartype: 'gregorian',
    usercalendartype: 'gregorian',
    userissiteadmin: false,
    theme: 'boost',
  };
}

function misbehave(res: Response, fault: WebServiceFault): void {
  switch (fault) {
    case 'time-out-after-commit':
    case 'time-out':
      // The line goes dead: the caller's own time-out ends it.
      return;
    case 'server-error':
      return void res.status(500).type('html').send('<!doctype html><title>Error</title><h1>Internal Server Error</h1>');
    case 'too-many':
      return void res.status(429).set('Retry-After', '30').type('html').send('<h1>Too Many Requests</h1>');
    case 'html':
      return void res.status(200).type('html').send('<!doctype html><title>Maintenance</title><p>This site is being upgraded.</p>');
    case 'web-services-off':
      return void res.status(403).end();
    case 'invalid-token':
      return void res.json(webServiceError('core\\exception\\moodle_exception', 'invalidtoken', 'Invalid token - token not found'));
    case 'messaging-off':
      return void res.json(webServiceError('core\\exception\\moodle_exception', 'disabled', 'Messaging is disabled on this site'));
  }
}
