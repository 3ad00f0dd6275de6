import type { LaunchRepository } from '../../usecases/ports/launches.js';
import type { RepositoryContext } from './context.js';

export function createLaunchRepository(_context: RepositoryContext): LaunchRepository {
  return {} as never;
}
