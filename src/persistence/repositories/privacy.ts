import type { PrivacyRepository } from '../../usecases/ports/privacy.js';
import type { RepositoryContext } from './context.js';

export function createPrivacyRepository(_context: RepositoryContext): PrivacyRepository {
  return {} as never;
}
