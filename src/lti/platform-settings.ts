import { parseUrl } from '../shared/parse-url.js';

/** What the protocol needs to know of a registered platform. */
export interface PlatformSettings {
  id: number;
  issuer: string;
  clientId: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  jwksUri: string;
}

/** The origins a platform was registered with; its services and return addresses must be on one of them (security.md A17). */
export function originsOf(platform: PlatformSettings): string[] {
  const { issuer, authorizationEndpoint, tokenEndpoint, jwksUri } = platform;
  return [...new Set([issuer, authorizationEndpoint, tokenEndpoint, jwksUri].map((url) => new URL(url).origin))];
}

/** Whether an address is a plain http(s) address on one of the platform's own origins. */
export function isOfPlatform(platform: PlatformSettings, address: string): boolean {
  const url = parseUrl(address);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username || url.password) return false;
  return originsOf(platform).includes(url.origin);
}
