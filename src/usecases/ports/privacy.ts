export interface PrivacyRepository {
  /** Everything kept about a person as plain rows, by table name. Sealed values and hashes are left out. */
  exportRows(personId: number): Promise<Record<string, Record<string, unknown>[]>>;
  /** Deletes the person and all rows that hang on them; frozen releases keep their totals, their membership rows go. */
  erase(personId: number): Promise<void>;
}
