import type { Database } from './database.ts';
import type { Glance } from './rows.ts';

/** What pages keep of what they showed. */
export interface GlanceAccess {
  /** Names the store as it is: ask before reading what is to be shown. */
  glanceState(): Promise<string>;
  /** Keeps what was shown of the store as it was then; nothing where it has changed since. */
  putGlance(state: string, shown: Glance): Promise<void>;
}

export function glanceAccess(db: Database): GlanceAccess {
  return {
    async glanceState() {
      const known = await db.read(['state'], (tx) => tx.objectStore('state').get('glance'));
      if (known?.name === 'glance') return known.state;
      const state = crypto.randomUUID();
      await db.write(['state'], (tx) => tx.objectStore('state').put({ name: 'glance', state, shown: null }), {
        written: 'nothing',
      });
      return state;
    },
    putGlance: (state, shown) =>
      db.write(
        ['state'],
        async (tx) => {
          const row = await tx.objectStore('state').get('glance');
          if (row?.name !== 'glance' || row.state !== state) return;
          await tx.objectStore('state').put({ ...row, shown });
        },
        { written: 'nothing' },
      ),
  };
}
