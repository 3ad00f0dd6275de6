import { NotFound } from '../../shared/errors.js';
import type { Platform } from '../ports/platforms.js';
import type { PlatformDependencies } from './platform-dependencies.js';

/** Every platform with its deployments. */
export function createListPlatforms({ data }: PlatformDependencies) {
  return async (): Promise<(Platform & { deployments: string[] })[]> => {
    const platforms = await data.read.platforms.list();
    return Promise.all(
      platforms.map(async (platform) => ({
        ...platform,
        deployments: (await data.read.platforms.listDeployments(platform.id)).map(({ ltiDeploymentId }) => ltiDeploymentId),
      })),
    );
  };
}

/** Removes a platform, and with it its people, courses and everything that hangs on them. */
export function createRemovePlatform({ data }: PlatformDependencies) {
  return ({ id }: { id: number }): Promise<Platform> =>
    data.write(async ({ platforms }) => {
      const platform = await platforms.find(id);
      if (!platform) throw new NotFound('platform');
      await platforms.remove(id);
      return platform;
    });
}
