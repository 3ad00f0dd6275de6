import type { AxiosInstance } from 'axios';
import type { Config } from '../../config/config.js';
import { createToolProfile } from '../../config/tool-profile.js';
import { createPlatformKeys } from '../lti/platform-keys.js';
import { createServiceTokens } from '../lti/service-token.js';
import { createGradebook } from '../outbound/gradebook.js';
import { createLmsHttp } from '../outbound/lms-http.js';
import type { Dependencies } from '../usecases/dependencies.js';
import { createLaunchUseCases, type LaunchUseCases } from '../usecases/launch/index.js';
import { createToolKeys, type ToolKeys } from '../usecases/launch/tool-keys.js';
import { createPlatformUseCases, type PlatformUseCases } from '../usecases/platform/index.js';
import type { Gradebook } from '../usecases/ports/gradebook.js';

/** Everything that speaks LTI. */
export interface LtiServices {
  launches: LaunchUseCases;
  platforms: PlatformUseCases;
  toolKeys: ToolKeys;
  gradebook: Gradebook;
}

/** Builds what speaks LTI on one http client. */
export function composeLti(config: Config, deps: Dependencies, client: AxiosInstance): LtiServices {
  const { allowInsecurePlatforms, defaults } = config;
  const http = createLmsHttp(client);
  const clock = deps.clocks.protocol;
  const toolKeys = createToolKeys(deps);
  const tokens = createServiceTokens({ http, clock, random: deps.random, signingKey: () => toolKeys.signingKey() });
  const settings = { allowInsecurePlatforms, ...defaults };
  return {
    launches: createLaunchUseCases({ ...deps, settings, toolKeys, platformKeys: createPlatformKeys(http, clock) }),
    platforms: createPlatformUseCases({ ...deps, settings, lmsHttp: http, profile: createToolProfile(config.publicUrl) }),
    toolKeys,
    gradebook: createGradebook({ http, tokens, clock }),
  };
}
