import { z } from 'zod';

const LTI = 'https://purl.imsglobal.org/spec/lti/claim/';

/** Names of claims; no other file knows these addresses (LTI Core 1.3 §5, Deep Linking 2.0 §3, AGS 2.0 §3.1, NRPS 2.0 §2.1). */
export const CLAIM = {
  version: `${LTI}version`,
  messageType: `${LTI}message_type`,
  deploymentId: `${LTI}deployment_id`,
  targetLinkUri: `${LTI}target_link_uri`,
  roles: `${LTI}roles`,
  context: `${LTI}context`,
  resourceLink: `${LTI}resource_link`,
  launchPresentation: `${LTI}launch_presentation`,
  custom: `${LTI}custom`,
  ags: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  nrps: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
  deepLinkingSettings: 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings',
  deepLinkingItems: 'https://purl.imsglobal.org/spec/lti-dl/claim/content_items',
  deepLinkingData: 'https://purl.imsglobal.org/spec/lti-dl/claim/data',
} as const;

/** Scopes of the services we use. */
export const SCOPE = {
  lineItem: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  score: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  result: 'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
  memberships: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
} as const;

/** Parts of a registration that are about LTI (Dynamic Registration 1.0 §3.3, §3.5). */
export const TOOL_CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
export const PLATFORM_CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-platform-configuration';

/** An identifier: up to 255 characters (Core §5.3), no control characters, no space at its end (databases would not see it). */
const identifier = z
  .string()
  .max(255)
  .regex(/^\P{Cc}*[^\s\p{Cc}]$/u);
/** A text of the LMS for display: whatever its length, it is cut later and never a reason to refuse. */
const displayText = z.string().nullish().catch(null);
const address = z.string().max(2048);

const context = z.object({
  id: identifier,
  title: displayText,
  label: displayText,
  type: z.array(z.string().max(255)).max(20).nullish().catch(null),
});

/** What every launch has. Unknown claims are dropped. */
const common = {
  sub: identifier,
  name: displayText,
  [CLAIM.version]: z.literal('1.3.0'),
  [CLAIM.deploymentId]: identifier,
  [CLAIM.targetLinkUri]: address.min(1),
  [CLAIM.roles]: z.array(z.string().max(1024)).max(200),
  [CLAIM.context]: context.nullish(),
  [CLAIM.launchPresentation]: z.object({ locale: displayText }).nullish().catch(null),
  [CLAIM.custom]: z.record(z.string().max(255), z.union([z.string().max(4096), z.null()])).nullish(),
  [CLAIM.ags]: z
    .object({ lineitem: address.nullish(), lineitems: address.nullish(), scope: z.array(z.string()).max(50).nullish() })
    .nullish()
    .catch(null),
  [CLAIM.nrps]: z.object({ context_memberships_url: address.nullish() }).nullish().catch(null),
};

export const resourceLinkClaims = z.object({
  ...common,
  [CLAIM.messageType]: z.literal('LtiResourceLinkRequest'),
  [CLAIM.resourceLink]: z.object({ id: identifier }),
});

export const deepLinkingClaims = z.object({
  ...common,
  [CLAIM.messageType]: z.literal('LtiDeepLinkingRequest'),
  [CLAIM.deepLinkingSettings]: z.object({
    deep_link_return_url: address.min(1),
    accept_types: z.array(z.string().max(255)).max(50),
    accept_multiple: z.union([z.boolean(), z.literal(['true', 'false']).transform((value) => value === 'true')]).nullish(),
    accept_lineitem: z.boolean().nullish(),
    data: z.string().max(8192).nullish(),
  }),
});

export type ResourceLinkClaims = z.infer<typeof resourceLinkClaims>;
export type DeepLinkingClaims = z.infer<typeof deepLinkingClaims>;
