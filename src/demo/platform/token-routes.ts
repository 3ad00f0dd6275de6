import { randomBytes } from 'node:crypto';
import express, { type Request, Router } from 'express';
import type { DemoPlatform } from './platform.js';
import { verifyByTool } from './tool-signature.js';

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const TOKEN_SECONDS = 3600;

/** The token endpoint: checks the client assertion against the tool's published keys (moodle 5.1). */
export function createTokenRoutes(platform: DemoPlatform): Router {
  const router = Router();
  router.post('/mod/lti/token.php', express.urlencoded({ extended: false }), async (req, res) => {
    const { grant_type, client_assertion_type, client_assertion, scope } = (req.body ?? {}) as Record<string, string | undefined>;
    const refuse = (error: string) => void res.status(400).type('html').send(JSON.stringify({ error }));
    if (grant_type !== 'client_credentials' || client_assertion_type !== ASSERTION || !client_assertion || !scope)
      return refuse('invalid_request');
    const { tool } = platform.state;
    if (!tool) return refuse('unauthorized_client');
    const assertion = await verifyByTool(platform, client_assertion).catch(() => null);
    if (assertion?.sub !== tool.clientId) return refuse('invalid_client');
    const scopes = scope.split(' ').filter((name) => tool.scopes.includes(name));
    if (scopes.length === 0) return refuse('invalid_scope');
    const token = randomBytes(16).toString('hex');
    platform.accessTokens.set(token, { scopes, expiresAt: platform.clock.now().getTime() + TOKEN_SECONDS * 1000 });
    // PHP's own content type, as Moodle answers.
    res
      .type('html')
      .send(JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS, scope: scopes.join(' ') }));
  });
  return router;
}

/** Whether a request carries a token that allows one of these scopes. */
export function isAllowed(platform: DemoPlatform, req: Request, scopes: readonly string[]): boolean {
  const token = platform.accessTokens.get(/^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1] ?? '');
  if (!token || token.expiresAt <= platform.clock.now().getTime()) return false;
  return scopes.some((scope) => token.scopes.includes(scope));
}
