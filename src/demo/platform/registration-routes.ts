import { randomBytes } from 'node:crypto';
import express, { Router } from 'express';
import { z } from 'zod';
import { CLAIM, SCOPE } from './names.js';
import { type DemoPlatform, randomName } from './platform.js';
import { type DemoTool, takeId } from './state.js';

const toolConfiguration = z.looseObject({
  domain: z.string(),
  target_link_uri: z.string().optional(),
  custom_parameters: z.record(z.string(), z.string()).optional(),
  claims: z.array(z.string()).optional(),
  messages: z.array(z.looseObject({ type: z.string(), target_link_uri: z.string().optional() })).optional(),
});

const registration = z.looseObject({
  response_types: z.array(z.string()).refine((types) => types.includes('id_token')),
  initiate_login_uri: z.url(),
  redirect_uris: z.array(z.string()).min(1),
  client_name: z.string(),
  jwks_uri: z.url(),
  token_endpoint_auth_method: z.literal('private_key_jwt'),
  logo_uri: z.string().optional(),
  scope: z.string().optional(),
  [CLAIM.toolConfiguration]: toolConfiguration,
});

const openRegistrations = new WeakMap<DemoPlatform, Set<string>>();

/** Dynamic registration: what Moodle reads of the tool's JSON, and what it answers (moodle 4.3, 4.4). */
export function createRegistrationRoutes(platform: DemoPlatform): Router {
  const router = Router();
  router.post('/mod/lti/openid-registration.php', express.json(), (req, res) => {
    const token = /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1] ?? '';
    const parsed = registration.safeParse(req.body);
    if (!parsed.success) return void res.status(400).type('text').send('invalid_registration');
    if (!openRegistrations.get(platform)?.delete(token)) return void res.status(401).type('text').send('token_already_used');
    const tool = toolOf(platform, parsed.data);
    platform.state.tool = tool;
    platform.changed();
    res.json(answerFor(tool, parsed.data));
  });
  return router;
}

/** A registration token, good for one registration (moodle 4.1). */
export function openRegistration(platform: DemoPlatform): string {
  const token = randomBytes(24).toString('base64url');
  const open = openRegistrations.get(platform) ?? new Set<string>();
  open.add(token);
  openRegistrations.set(platform, open);
  return token;
}

function toolOf(platform: DemoPlatform, given: z.infer<typeof registration>): DemoTool {
  const configuration = given[CLAIM.toolConfiguration];
  const target = configuration.target_link_uri ?? `https://${configuration.domain}`;
  const deepLinking = configuration.messages?.find((message) => message.type === 'LtiDeepLinkingRequest');
  const asked = (given.scope ?? '').split(' ');
  const scopes = Object.values(SCOPE).filter((scope) => asked.includes(scope));
  return {
    typeId: platform.state.tool?.typeId ?? takeId(platform.state),
    clientId: randomName(15),
    name: given.client_name,
    initiateLoginUri: given.initiate_login_uri,
    redirectUris: given.redirect_uris,
    jwksUri: given.jwks_uri,
    targetLinkUri: target,
    deepLinkUri: deepLinking?.target_link_uri ?? target,
    logoUri: given.logo_uri ?? null,
    scopes: scopes.includes(SCOPE.lineItem) ? [...scopes, SCOPE.lineItemRead] : scopes,
    customParameters: configuration.custom_parameters ?? {},
    sharesName: (configuration.claims ?? []).some((claim) => ['name', 'given_name', 'family_name'].includes(claim)),
  };
}

function answerFor(tool: DemoTool, given: z.infer<typeof registration>): object {
  return {
    client_id: tool.clientId,
    response_types: given.response_types,
    jwks_uri: tool.jwksUri,
    initiate_login_uri: tool.initiateLoginUri,
    grant_types: ['client_credentials', 'implicit'],
    redirect_uris: tool.redirectUris,
    application_type: 'web',
    token_endpoint_auth_method: 'private_key_jwt',
    client_name: tool.name,
    logo_uri: tool.logoUri ?? '',
    scope: tool.scopes.join(' '),
    [CLAIM.toolConfiguration]: {
      version: '1.3.0',
      deployment_id: tool.typeId,
      target_link_uri: tool.targetLinkUri,
      domain: given[CLAIM.toolConfiguration].domain,
      description: '',
      messages: [{ type: 'LtiDeepLinkingRequest', target_link_uri: tool.deepLinkUri }],
      custom_parameters: tool.customParameters,
      claims: ['sub', 'iss', ...(tool.sharesName ? ['name', 'family_name', 'given_name'] : [])],
    },
  };
}
