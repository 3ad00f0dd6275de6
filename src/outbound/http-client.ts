import type { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import axios, { type AxiosInstance } from 'axios';
import { AppError } from '../shared/errors.js';
import { createPublicLookup, refusePrivateLiteral } from './private-hosts.js';

/** Who asks, and which hosts may be asked. */
export interface HttpClientOptions {
  /** Development only: plain http and private addresses are allowed. */
  allowInsecure: boolean;
  /** Hosts of an intranet LMS that may have a private address; https is kept. */
  allowedPrivateHosts: readonly string[];
  publicUrl: string;
  timeoutMs?: number;
  /** How names are resolved; the system's way unless a test says otherwise. */
  resolve?: typeof lookup;
}

const LARGEST_ANSWER = 1024 * 1024;

/**
 * The one way out (security.md A16, A17, B25): 5 seconds in all, no redirects, no proxy, answers up to 1 MB, a User-Agent, https and
 * public addresses only. Every status is an answer: callers look at `status`; what throws never reached an answer.
 */
export function createHttpClient(options: HttpClientOptions): AxiosInstance {
  const lookup = createPublicLookup(options.resolve);
  const guarded = { httpAgent: new http.Agent({ lookup }), httpsAgent: new https.Agent({ lookup }) };
  const client = axios.create({
    timeout: options.timeoutMs ?? 5_000,
    maxRedirects: 0,
    maxContentLength: LARGEST_ANSWER,
    maxBodyLength: LARGEST_ANSWER,
    proxy: false,
    validateStatus: null,
    headers: { 'User-Agent': `impact-map/1.0 (+${options.publicUrl})` },
  });
  client.interceptors.request.use((request) => {
    const url = new URL(request.url ?? '', request.baseURL);
    if (url.protocol !== 'https:' && !(options.allowInsecure && url.protocol === 'http:')) {
      throw new AppError('insecure-address', 'upstream', { protocol: url.protocol, host: url.host });
    }
    // The deadline counts from the first byte out to the last byte in; axios' own timeout only sees silence.
    if (request.timeout) request.signal ??= AbortSignal.timeout(request.timeout);
    if (options.allowInsecure || options.allowedPrivateHosts.includes(url.hostname)) return request;
    refusePrivateLiteral(url);
    return Object.assign(request, guarded);
  });
  return client;
}
