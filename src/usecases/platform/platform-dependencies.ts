import type { LmsHttp } from '../../lti/ports.js';
import type { ToolProfile } from '../../lti/registration.js';
import type { Dependencies } from '../dependencies.js';

/** What platforms need besides what every use case may ask for. */
export interface PlatformDependencies extends Dependencies {
  lmsHttp: LmsHttp;
  profile: ToolProfile;
  settings: PlatformDefaults;
}

export interface PlatformDefaults {
  allowInsecurePlatforms: boolean;
  registrationLinkHours: number;
  timeZone: string;
  smallestGroup: number;
}
