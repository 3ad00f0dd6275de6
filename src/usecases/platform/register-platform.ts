import { fetchConfiguration, type PlatformConfiguration, productOf, RegistrationFailed, sendRegistration } from '../../lti/registration.js';
import { AppError } from '../../shared/errors.js';
import { sha256 } from '../../shared/secrets.js';
import type { Repositories } from '../ports/database.js';
import type { NewPlatform, Platform, RegistrationLink } from '../ports/platforms.js';
import type { PlatformDependencies } from './platform-dependencies.js';
import { stateOf } from './registration-links.js';

export interface RegisterPlatform {
  key: string;
  configurationUrl: string;
  registrationToken: string | null;
}

/** What became of a registration. `failed`: nothing is stored and the link still works; `answer` is what the platform said. */
export type RegistrationOutcome =
  | { kind: 'registered' | 'updated' | 'replaced'; issuer: string; isMoodle: boolean }
  | { kind: 'failed'; reason: string; answer: string | null };

/**
 * Dynamic registration (Dynamic Registration 1.0; decisions.md 32): only with a link of ours that is open, once; the platform is asked
 * through the guarded client, and its issuer must live where it was asked. The same client again is updated in place; a new client of a
 * known issuer is a new, pending platform; a link made for a platform replaces that platform's client and keeps its people.
 */
export function createRegisterPlatform(deps: PlatformDependencies) {
  return async ({ key, configurationUrl, registrationToken }: RegisterPlatform): Promise<RegistrationOutcome> => {
    const link = await deps.data.read.platforms.findRegistrationLink(sha256(key));
    const now = deps.clocks.protocol.now();
    if (!link || stateOf(link, now) !== 'open') throw new AppError('registration-link', 'gone', { link: link?.id });
    try {
      const configuration = await fetchConfiguration(deps.lmsHttp, configurationUrl);
      await refuseOtherIssuer(deps, link, configuration);
      const registered = await sendRegistration(deps.lmsHttp, configuration, deps.profile, registrationToken);
      const kind = await deps.data.write((repositories) => store(repositories, { deps, link, configuration, registered, now }));
      deps.logger.info({ kind, link: link.id, issuerHash: sha256(configuration.issuer).slice(0, 16) }, 'platform registered');
      return { kind, issuer: configuration.issuer, isMoodle: productOf(configuration) === 'moodle' };
    } catch (error) {
      const failure = failureOf(error);
      if (!failure) throw error;
      deps.logger.warn({ reason: failure.reason, link: link.id }, 'registration failed');
      return failure;
    }
  };
}

function failureOf(error: unknown): Extract<RegistrationOutcome, { kind: 'failed' }> | null {
  if (error instanceof RegistrationFailed) return { kind: 'failed', reason: error.reason, answer: error.answer };
  if (error instanceof AppError && error.code === 'upstream')
    return { kind: 'failed', reason: String(error.detail['reason']), answer: null };
  return null;
}

/** A link for a platform is for that site only: another one must not take over its people. */
async function refuseOtherIssuer({ data }: PlatformDependencies, link: RegistrationLink, { issuer }: PlatformConfiguration): Promise<void> {
  if (link.platformId === null) return;
  const platform = await data.read.platforms.find(link.platformId);
  if (platform?.issuer !== issuer) throw new RegistrationFailed('another-issuer');
}

interface ToStore {
  deps: PlatformDependencies;
  link: RegistrationLink;
  configuration: PlatformConfiguration;
  registered: { clientId: string; deploymentId: string | null };
  now: Date;
}

async function store({ platforms }: Repositories, input: ToStore): Promise<'registered' | 'updated' | 'replaced'> {
  const { deps, link, configuration, registered, now } = input;
  if (!(await platforms.useRegistrationLink(link.id, now))) throw new AppError('registration-link', 'gone', { link: link.id });
  const endpoints = {
    authorizationEndpoint: configuration.authorization_endpoint,
    tokenEndpoint: configuration.token_endpoint,
    jwksUri: configuration.jwks_uri,
  };
  const { clientId, deploymentId } = registered;
  const same = await platforms.findByClient(configuration.issuer, clientId);
  const target = same ?? (link.platformId === null ? null : await platforms.find(link.platformId));
  if (target) await platforms.update(target.id, { ...endpoints, clientId }, now);
  const platform = target ?? (await platforms.add(newPlatform(deps, configuration, { ...endpoints, clientId }), now));
  if (deploymentId) await platforms.addDeployment(platform.id, deploymentId, now);
  if (same) return 'updated';
  return target ? 'replaced' : 'registered';
}

function newPlatform(
  { settings }: PlatformDependencies,
  { issuer }: PlatformConfiguration,
  client: Pick<Platform, 'clientId' | 'authorizationEndpoint' | 'tokenEndpoint' | 'jwksUri'>,
): NewPlatform {
  return {
    name: new URL(issuer).host,
    issuer,
    ...client,
    status: 'pending',
    deploymentPolicy: 'open',
    timeZone: settings.timeZone,
    smallestGroup: settings.smallestGroup,
  };
}
