import { common } from './common.js';
import { errors } from './errors.js';
import { followup } from './followup.js';
import { intention } from './intention.js';
import { launch } from './launch.js';
import { map } from './map.js';
import { messages } from './messages.js';
import { plan } from './plan.js';
import { platform } from './platform.js';
import { privacy } from './privacy.js';
import { report } from './report.js';
import { survey } from './survey.js';

/** Every text of the product in English; one file per subject. */
export const en = { common, errors, followup, intention, launch, map, messages, plan, platform, privacy, report, survey };
