/** Where secrets are kept: `storage.local` and nothing that is synced or exported. */
export interface SecretStorage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}
