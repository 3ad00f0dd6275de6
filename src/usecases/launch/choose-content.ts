import { type ContentItem, signDeepLinkingResponse } from '../../lti/deep-linking.js';
import type { DeepLinkingSettings } from '../../lti/verified-launch.js';
import { AppError, NotFound } from '../../shared/errors.js';
import type { ToolSession } from '../ports/launches.js';
import { type LaunchDependencies, launchUrl } from './launch-dependencies.js';
import { SEALED } from './store-launch.js';
import type { ToolKeys } from './tool-keys.js';

/** An activity to place; its words come from the page, in the designer's language. */
export interface ChosenActivity {
  view: 'map' | 'intention';
  title: string;
  text: string;
}

/** The signed answer and where the browser posts it. */
export interface ContentAnswer {
  returnUrl: string;
  jwt: string;
}

export type ContentRequest = Pick<DeepLinkingSettings, 'acceptsLinks' | 'acceptsSeveral'>;

/** What the LMS asked for when it opened the choice; throws `gone` once it was answered. */
export function createOpenContentChoice(deps: LaunchDependencies) {
  return (session: ToolSession): ContentRequest => {
    const { acceptsLinks, acceptsSeveral } = settingsOf(deps, session);
    return { acceptsLinks, acceptsSeveral };
  };
}

/**
 * Answers a request for content with activities of the course's own map, or with none to cancel. Once: afterwards the request is
 * forgotten. The activities carry `view` and `map` only (decisions.md 6); the intention activity has a line item of 1 point.
 */
export function createChooseContent(deps: LaunchDependencies & { toolKeys: ToolKeys }) {
  return async (session: ToolSession, activities: readonly ChosenActivity[]): Promise<ContentAnswer> => {
    const settings = settingsOf(deps, session);
    const platform = await deps.data.read.platforms.find(session.platformId);
    const deployment = (await deps.data.read.platforms.listDeployments(session.platformId)).find(({ id }) => id === session.deploymentId);
    if (!platform || !deployment || session.courseId === null) throw new NotFound('deployment');
    const map = activities.length > 0 ? await deps.data.read.impactMaps.findPublished(session.courseId) : null;
    if (activities.length > 0 && !map) throw new AppError('conflict', 'conflict', { what: 'course without a map' });
    const items = activities.map(
      ({ view, title, text }): ContentItem => ({
        title,
        text,
        url: launchUrl(deps.publicUrl),
        custom: { view, map: String(map?.impactMapId) },
        lineItemTag: view === 'intention' ? 'intention' : null,
      }),
    );
    const response = { settings, deploymentId: deployment.ltiDeploymentId, items, nonce: deps.random.token(16) };
    const jwt = await signDeepLinkingResponse(await deps.toolKeys.signingKey(), platform, response, deps.clocks.protocol.now());
    await deps.data.write(({ launches }) => launches.clearDeepLinking(session.id));
    return { returnUrl: settings.returnUrl, jwt };
  };
}

function settingsOf({ secrets }: LaunchDependencies, session: ToolSession): DeepLinkingSettings {
  if (session.deepLinkingSealed === null) throw new AppError('deep-linking-over', 'gone');
  return JSON.parse(secrets.open(SEALED.deepLinking, session.deepLinkingSealed)) as DeepLinkingSettings;
}
