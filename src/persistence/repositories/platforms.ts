import type { PlatformRepository } from '../../usecases/ports/platforms.js';
import type { RepositoryContext } from './context.js';

export function createPlatformRepository(_context: RepositoryContext): PlatformRepository {
  return {} as never;
}
