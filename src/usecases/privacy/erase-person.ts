import type { Dependencies } from '../dependencies.js';

/**
 * Deletes a person with everything that hangs on them, in one transaction: what was planned, drafts and sessions too. Frozen totals
 * of groups stay, without the person's membership (domain.md §5.4). Erasing twice is the same as once.
 */
export function createErasePerson(deps: Dependencies) {
  return async ({ personId }: { personId: number }): Promise<void> => {
    await deps.data.write((repositories) => repositories.privacy.erase(personId));
    deps.logger.info({}, 'person erased');
  };
}
