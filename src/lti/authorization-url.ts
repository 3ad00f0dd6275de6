import { allowInsecureRequests, buildAuthorizationUrl, Configuration, None, useIdTokenResponseType } from 'openid-client';
import type { PlatformSettings } from './platform-settings.js';

/** openid-client's view of a platform; it never fetches anything for us. */
export function configurationOf(platform: PlatformSettings, metadata: Record<string | symbol, unknown> = {}): Configuration {
  const server = {
    issuer: platform.issuer,
    authorization_endpoint: platform.authorizationEndpoint,
    token_endpoint: platform.tokenEndpoint,
    jwks_uri: platform.jwksUri,
  };
  const configuration = new Configuration(server, platform.clientId, { id_token_signed_response_alg: 'RS256', ...metadata }, None());
  // Which platforms may be plain http is decided before: at registration, at login and in the http client.
  allowInsecureRequests(configuration);
  useIdTokenResponseType(configuration);
  return configuration;
}

/** Where the browser asks the platform for the id_token (Security Framework 1.0 §5.1.1.2); hints go back byte for byte. */
export function authorizationUrl(
  platform: PlatformSettings,
  request: { redirectUri: string; loginHint: string; messageHint: string | null; state: string; nonce: string },
): string {
  return buildAuthorizationUrl(configurationOf(platform), {
    scope: 'openid',
    response_mode: 'form_post',
    prompt: 'none',
    redirect_uri: request.redirectUri,
    login_hint: request.loginHint,
    ...(request.messageHint === null ? {} : { lti_message_hint: request.messageHint }),
    state: request.state,
    nonce: request.nonce,
  }).href;
}
