import { z } from 'zod';
import { isTimeZone } from '../../shared/dates.js';
import type { Platform } from '../ports/platforms.js';
import type { PlatformDependencies } from './platform-dependencies.js';

/** A platform described by hand. */
export interface AddPlatform {
  name?: string | undefined;
  issuer: string;
  clientId: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  jwksUri: string;
  deployments: readonly string[];
  timeZone?: string | undefined;
}

export type AddPlatformOutcome =
  | { kind: 'added' | 'updated'; platform: Platform; deployments: string[] }
  | { kind: 'invalid'; faults: string[] };

/**
 * Adds a platform by hand, for sites without dynamic registration. The same issuer and client id again updates it and adds deployments:
 * one client id may have several. With deployments named, only those may launch; without, the first launch tells.
 */
export function createAddPlatform(deps: PlatformDependencies) {
  return async (input: AddPlatform): Promise<AddPlatformOutcome> => {
    const faults = faultsOf(input, deps.settings.allowInsecurePlatforms);
    if (faults.length > 0) return { kind: 'invalid', faults };
    const { issuer, clientId, authorizationEndpoint, tokenEndpoint, jwksUri } = input;
    const endpoints = { authorizationEndpoint, tokenEndpoint, jwksUri };
    const named = { ...(input.name ? { name: input.name } : {}), ...(input.timeZone ? { timeZone: input.timeZone } : {}) };
    const policy = input.deployments.length > 0 ? ({ deploymentPolicy: 'listed' } as const) : {};
    const now = deps.clocks.protocol.now();
    return deps.data.write(async ({ platforms }) => {
      const known = await platforms.findByClient(issuer, clientId);
      if (known) await platforms.update(known.id, { ...endpoints, ...named, ...policy }, now);
      const { timeZone, smallestGroup } = deps.settings;
      const standard = { name: new URL(issuer).host, status: 'active', deploymentPolicy: 'open', timeZone, smallestGroup } as const;
      const added = known ?? (await platforms.add({ issuer, clientId, ...endpoints, ...standard, ...named, ...policy }, now));
      for (const deployment of input.deployments) await platforms.addDeployment(added.id, deployment, now);
      const platform = (await platforms.find(added.id)) ?? added;
      const deployments = (await platforms.listDeployments(added.id)).map(({ ltiDeploymentId }) => ltiDeploymentId);
      return { kind: known ? 'updated' : 'added', platform, deployments };
    });
  };
}

const id = z.string().trim().min(1).max(255);

function faultsOf(input: AddPlatform, allowInsecure: boolean): string[] {
  const address = z.url({ protocol: allowInsecure ? /^https?$/ : /^https$/ }).max(1024);
  const schema = z.object({
    name: id.optional(),
    issuer: address.max(255),
    clientId: id,
    authorizationEndpoint: address,
    tokenEndpoint: address,
    jwksUri: address,
    deployments: z.array(id).max(1000),
    timeZone: z.string().refine(isTimeZone, 'is not a time zone').optional(),
  });
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}
