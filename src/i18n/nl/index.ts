import { common } from './common.js';
import { errors } from './errors.js';

/** Every text of the product in Dutch; one file per subject. */
export const nl = { common, errors };
