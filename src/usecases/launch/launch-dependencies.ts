import type { PlatformKeys } from '../../lti/platform-keys.js';
import type { Dependencies } from '../dependencies.js';
import type { Platform } from '../ports/platforms.js';

/** What launches need besides what every use case may ask for. */
export interface LaunchDependencies extends Dependencies {
  platformKeys: PlatformKeys;
  settings: LaunchSettings;
}

export interface LaunchSettings {
  /** Development only: platforms on plain http may launch. */
  allowInsecurePlatforms: boolean;
  sessionHours: number;
  pendingLaunchMinutes: number;
  clockToleranceSeconds: number;
}

/** The address every id_token is posted to; the only one registered (security.md B16). */
export const launchUrl = (publicUrl: string): string => `${publicUrl}/lti/launch`;

/** What the log and the error page may know of the platform of a refusal. */
export function platformDetail(platform: Platform): { platformId: number; origin: string } {
  return { platformId: platform.id, origin: new URL(platform.issuer).origin };
}
