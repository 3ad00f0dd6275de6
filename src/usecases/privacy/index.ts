import type { Dependencies } from '../dependencies.js';
import { createErasePerson } from './erase-person.js';
import { createExportPerson } from './export-person.js';

/** What a person may do with what is kept about them. */
export function createPrivacyUseCases(deps: Dependencies) {
  return { exportPerson: createExportPerson(deps), erasePerson: createErasePerson(deps) };
}
export type PrivacyUseCases = ReturnType<typeof createPrivacyUseCases>;
