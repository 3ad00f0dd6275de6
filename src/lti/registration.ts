import { z } from 'zod';
import { parseJson } from '../shared/parse-json.js';
import { parseUrl } from '../shared/parse-url.js';
import { PLATFORM_CONFIGURATION, TOOL_CONFIGURATION } from './claims.js';
import { LmsCallFailed } from './errors.js';
import type { LmsHttp } from './ports.js';

const webAddress = z.url({ protocol: /^https?$/ }).max(1024);
const configuration = z.object({
  issuer: webAddress.max(255),
  authorization_endpoint: webAddress,
  token_endpoint: webAddress,
  jwks_uri: webAddress,
  registration_endpoint: webAddress,
  [PLATFORM_CONFIGURATION]: z
    .object({ product_family_code: z.string().max(255).nullish() })
    .nullish()
    .catch(null),
});
export type PlatformConfiguration = z.infer<typeof configuration>;

const registered = z.object({
  client_id: z.string().min(1).max(255),
  [TOOL_CONFIGURATION]: z
    .object({ deployment_id: z.string().max(255).nullish() })
    .nullish()
    .catch(null),
});

/** What we tell a platform about ourselves (Dynamic Registration 1.0 §3.5). */
export interface ToolProfile {
  name: string;
  description: string;
  domain: string;
  loginUrl: string;
  launchUrl: string;
  deepLinkUrl: string;
  keysUrl: string;
  logoUrl: string;
  scopes: readonly string[];
  claims: readonly string[];
  customParameters: Readonly<Record<string, string>>;
}

/** Why a registration did not come about; `answer` is what the platform said, for the administrator. */
export class RegistrationFailed extends LmsCallFailed {
  readonly answer: string | null;
  constructor(reason: string, answer: string | null = null, cause?: unknown) {
    super(reason, cause);
    this.answer = answer;
  }
}

/** Fetches a platform's configuration. The issuer must live on the host that was asked, and registration at the same origin (security.md A18, A19). */
export async function fetchConfiguration(http: LmsHttp, address: string): Promise<PlatformConfiguration> {
  const asked = parseUrl(address);
  if (!asked || asked.username || asked.password) throw new RegistrationFailed('configuration-address');
  const answer = await http.send({ method: 'GET', url: address });
  if (answer.status !== 200) throw new RegistrationFailed(`configuration-status-${answer.status}`);
  const parsed = configuration.safeParse(parseJson(answer.text));
  if (!parsed.success) throw new RegistrationFailed('configuration-malformed');
  const issuer = new URL(parsed.data.issuer);
  if (issuer.origin !== asked.origin) throw new RegistrationFailed('issuer-on-another-host');
  if (new URL(parsed.data.registration_endpoint).origin !== asked.origin) throw new RegistrationFailed('registration-on-another-host');
  const schemes = [parsed.data.authorization_endpoint, parsed.data.token_endpoint, parsed.data.jwks_uri].map(
    (url) => new URL(url).protocol,
  );
  if (schemes.some((scheme) => scheme !== issuer.protocol)) throw new RegistrationFailed('mixed-schemes');
  return parsed.data;
}

/** The JSON we register with. */
export function registrationRequest(profile: ToolProfile): Record<string, unknown> {
  return {
    application_type: 'web',
    response_types: ['id_token'],
    grant_types: ['implicit', 'client_credentials'],
    initiate_login_uri: profile.loginUrl,
    redirect_uris: [profile.launchUrl],
    client_name: profile.name,
    jwks_uri: profile.keysUrl,
    logo_uri: profile.logoUrl,
    token_endpoint_auth_method: 'private_key_jwt',
    scope: profile.scopes.join(' '),
    [TOOL_CONFIGURATION]: {
      domain: profile.domain,
      description: profile.description,
      target_link_uri: profile.launchUrl,
      custom_parameters: profile.customParameters,
      claims: profile.claims,
      messages: [
        { type: 'LtiResourceLinkRequest', target_link_uri: profile.launchUrl },
        { type: 'LtiDeepLinkingRequest', target_link_uri: profile.deepLinkUrl, label: profile.name, placements: ['ContentArea'] },
      ],
    },
  };
}

/** Sends the registration; the one-hour token goes to the registration address only. Answers the client id and the first deployment. */
export async function sendRegistration(
  http: LmsHttp,
  platform: PlatformConfiguration,
  profile: ToolProfile,
  registrationToken: string | null,
): Promise<{ clientId: string; deploymentId: string | null }> {
  const answer = await http.send({
    method: 'POST',
    url: platform.registration_endpoint,
    headers: { 'Content-Type': 'application/json', ...(registrationToken ? { Authorization: `Bearer ${registrationToken}` } : {}) },
    body: JSON.stringify(registrationRequest(profile)),
  });
  if (answer.status !== 200 && answer.status !== 201) {
    throw new RegistrationFailed(`registration-status-${answer.status}`, answer.text.slice(0, 500));
  }
  const parsed = registered.safeParse(parseJson(answer.text));
  if (!parsed.success) throw new RegistrationFailed('registration-malformed', answer.text.slice(0, 500));
  return { clientId: parsed.data.client_id, deploymentId: parsed.data[TOOL_CONFIGURATION]?.deployment_id || null };
}

/** The kind of LMS, as it names itself. */
export function productOf(platform: PlatformConfiguration): string | null {
  return platform[PLATFORM_CONFIGURATION]?.product_family_code ?? null;
}
