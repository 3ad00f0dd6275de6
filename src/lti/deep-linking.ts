import { CLAIM } from './claims.js';
import type { PlatformSettings } from './platform-settings.js';
import { type SigningKey, signToken } from './tool-keys.js';
import type { DeepLinkingSettings } from './verified-launch.js';

/** An activity to be made in the course. `tag` names its line item; null: it has no grade. */
export interface ContentItem {
  title: string;
  text: string;
  url: string;
  custom: Record<string, string>;
  lineItemTag: string | null;
}

/** The signed answer to a request for content (Deep Linking 2.0 §3.2): from us, for the platform, its `data` unchanged. */
export function signDeepLinkingResponse(
  key: SigningKey,
  platform: PlatformSettings,
  response: { settings: DeepLinkingSettings; deploymentId: string; items: readonly ContentItem[]; nonce: string },
  now: Date,
): Promise<string> {
  const { settings, deploymentId, items, nonce } = response;
  const claims = {
    iss: platform.clientId,
    aud: platform.issuer,
    nonce,
    [CLAIM.messageType]: 'LtiDeepLinkingResponse',
    [CLAIM.version]: '1.3.0',
    [CLAIM.deploymentId]: deploymentId,
    [CLAIM.deepLinkingItems]: items.map((item) => resourceLink(item, settings.acceptsLineItem)),
    ...(settings.data === null ? {} : { [CLAIM.deepLinkingData]: settings.data }),
  };
  return signToken(key, claims, now);
}

function resourceLink({ title, text, url, custom, lineItemTag }: ContentItem, acceptsLineItem: boolean): Record<string, unknown> {
  const lineItem = { scoreMaximum: 1, label: title, resourceId: custom['map'] ?? '', tag: lineItemTag };
  return { type: 'ltiResourceLink', title, text, url, custom, ...(lineItemTag && acceptsLineItem ? { lineItem } : {}) };
}
