import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** A request the platform got. */
export interface SeenRequest {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export type Reply = (request: SeenRequest, res: ServerResponse) => unknown;

/** A small LTI platform with keys made at run time; every address can be made to misbehave by `answer`. */
export interface PlatformDouble {
  issuer: string;
  jwk: JWK;
  privateKey: CryptoKey;
  seen: SeenRequest[];
  /** Overrides the answer of a path, until `reset`. */
  answer(path: string, reply: Reply): void;
  reset(): void;
  countOf(path: string): number;
  /** Signs claims with the platform's own key. */
  sign(claims: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
  stop(): Promise<void>;
}

const json = (res: ServerResponse, value: unknown, status = 200, headers: Record<string, string> = {}): unknown =>
  res.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(value));

/** Starts a platform on a free port of this machine. */
export async function startPlatformDouble(kid = 'platform-key'): Promise<PlatformDouble> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
  const seen: SeenRequest[] = [];
  const overrides = new Map<string, Reply>();
  const standard = new Map<string, Reply>([
    ['/certs', (_request, res) => json(res, { keys: [jwk] })],
    ['/token', (request, res) => json(res, { access_token: 't-1', token_type: 'Bearer', expires_in: 3600, scope: scopeOf(request) })],
    ['/openid-configuration', (_request, res) => json(res, configurationOf(issuer))],
    ['/register', (_request, res) => json(res, registrationOf())],
  ]);
  const server: Server = createServer(async (req, res) => {
    let body = '';
    for await (const part of req) body += String(part);
    const path = (req.url ?? '').split('?')[0] ?? '';
    const request = { method: req.method ?? '', path: req.url ?? '', headers: req.headers, body };
    seen.push(request);
    const reply = overrides.get(path) ?? standard.get(path);
    return reply ? reply(request, res) : res.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    jwk,
    privateKey,
    seen,
    answer: (path, reply) => void overrides.set(path, reply),
    reset() {
      overrides.clear();
      seen.length = 0;
    },
    countOf: (path) => seen.filter((request) => request.path.split('?')[0] === path).length,
    sign: (claims, header = {}) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, ...header }).sign(privateKey),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function scopeOf({ body }: SeenRequest): string {
  return new URLSearchParams(body).get('scope') ?? '';
}

function configurationOf(issuer: string): Record<string, unknown> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/certs`,
    registration_endpoint: `${issuer}/register`,
    'https://purl.imsglobal.org/spec/lti-platform-configuration': { product_family_code: 'moodle', version: '5.1' },
  };
}

function registrationOf(): Record<string, unknown> {
  return { client_id: 'client-from-registration', 'https://purl.imsglobal.org/spec/lti-tool-configuration': { deployment_id: '7' } };
}
