import type { ExtensionPage } from './extension-page.ts';

/** All rows of a store of the extension's database, read from one of its pages. */
export function rows<Row>(page: ExtensionPage, store: string): Promise<Row[]> {
  return page.evaluate(
    (name) =>
      new Promise<never>((done, fail) => {
        const open = indexedDB.open('craftweek');
        open.onerror = () => fail(open.error);
        open.onsuccess = () => {
          const all = open.result.transaction(name).objectStore(name).getAll();
          all.onerror = () => fail(all.error);
          all.onsuccess = () => {
            open.result.close();
            done(all.result as never);
          };
        };
      }),
    store,
  );
}
