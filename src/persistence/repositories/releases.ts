import type { ReleaseRepository } from '../../usecases/ports/releases.js';
import type { RepositoryContext } from './context.js';

export function createReleaseRepository(_context: RepositoryContext): ReleaseRepository {
  return {} as never;
}
