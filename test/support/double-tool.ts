import { createServer } from 'node:http';
import express from 'express';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { DemoLms } from '../../src/demo/start-demo-lms.js';

/** A tool that only remembers: for tests of the platform itself. */
export interface DoubleTool {
  url: string;
  /** What was posted to the launch address, newest last. */
  launches: Record<string, string>[];
  sign(claims: JWTPayload): Promise<string>;
  /** Registers itself at the demo LMS by dynamic registration; answers the platform's answer. */
  register(lms: DemoLms, scope: string): Promise<Record<string, unknown>>;
  /** An access token of the platform. */
  accessToken(lms: DemoLms, scope: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts the double on a free port. */
export async function startDoubleTool(): Promise<DoubleTool> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'double', alg: 'RS256', use: 'sig' };
  const launches: Record<string, string>[] = [];
  const app = express();
  app.get('/jwks', (_req, res) => void res.json({ keys: [jwk] }));
  app.get('/register', async (req, res) => {
    const { openid_configuration, registration_token } = req.query as Record<string, string>;
    const configuration = (await (await fetch(openid_configuration ?? '')).json()) as Record<string, string>;
    const answer = await fetch(configuration['registration_endpoint'] ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${registration_token}` },
      body: JSON.stringify(profile(url, String(req.query['scope']))),
    });
    registered = answer.ok ? ((await answer.json()) as Record<string, unknown>) : { status: answer.status, text: await answer.text() };
    res.send('done');
  });
  app.post('/login', express.urlencoded({ extended: false }), (req, res) => {
    const { iss, login_hint, lti_message_hint, client_id } = req.body;
    const query = new URLSearchParams({
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id,
      redirect_uri: `${url}/launch`,
      login_hint,
      lti_message_hint,
      nonce: 'nonce-1',
      state: 'state-1',
    });
    res.redirect(303, `${iss}/mod/lti/auth.php?${query}`);
  });
  app.post('/launch', express.urlencoded({ extended: false }), (req, res) => {
    launches.push(req.body);
    res.send('launched');
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const url = `http://localhost:${(server.address() as { port: number }).port}`;
  let registered: Record<string, unknown> = {};
  const sign = (claims: JWTPayload) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'double' }).sign(privateKey);
  return {
    url,
    launches,
    sign,
    async register(lms, scope) {
      await lms.register(`${url}/register?scope=${encodeURIComponent(scope)}`);
      return registered;
    },
    async accessToken(lms, scope) {
      const now = Math.floor(lms.platform.clock.now().getTime() / 1000);
      const client = lms.platform.state.tool?.clientId ?? '';
      const answer = await fetch(`${lms.url}/mod/lti/token.php`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: await sign({
            iss: client,
            sub: client,
            aud: `${lms.url}/mod/lti/token.php`,
            iat: now - 10,
            exp: now + 60,
            jti: 'x',
          }),
          scope,
        }),
      });
      return ((await answer.json()) as { access_token?: string; error?: string }).access_token ?? '';
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function profile(url: string, scope: string): object {
  return {
    application_type: 'web',
    response_types: ['id_token'],
    grant_types: ['implicit', 'client_credentials'],
    initiate_login_uri: `${url}/login`,
    redirect_uris: [`${url}/launch`],
    client_name: 'Double',
    jwks_uri: `${url}/jwks`,
    token_endpoint_auth_method: 'private_key_jwt',
    scope,
    'https://purl.imsglobal.org/spec/lti-tool-configuration': {
      domain: new URL(url).host,
      target_link_uri: `${url}/launch`,
      custom_parameters: { context_history: '$Context.id.history', unknown: '$Foo.bar' },
      claims: ['iss', 'sub', 'name'],
      messages: [{ type: 'LtiDeepLinkingRequest', target_link_uri: `${url}/deep` }],
    },
  };
}
