import type { Source } from '../../src/calendar/source.ts';
import { connectorOf } from './connectors.ts';
import type { BackgroundParts } from './parts.ts';

/** How long a server may take to be told that an access ends: the user waits for the answer. */
const REVOKING_MS = 8_000;

/**
 * Forgets everything: what calendars brought, what the user said, what was told, settings and secrets. The data goes
 * first and at once; killed behind that, `finishDeleting` ends it. A database that does not open, or refuses, is deleted
 * itself, behind the rest: cut short before that, it is still the one that does not open, and the user is asked again.
 * `revoked` is false where a server could not be told.
 */
export async function deleteEverything(
  parts: BackgroundParts,
): Promise<{ removed: number; revoked: boolean }> {
  const { store } = parts;
  try {
    const sources = await store.sources();
    const { removed } = await store.clear();
    const revoked = await disconnectAll(parts, sources);
    await finishDeleting(parts);
    return { removed, revoked };
  } catch (error) {
    parts.report('clear', error);
    await forgetOutside(parts);
    await store.destroy();
    // Nobody can say any more which accounts there were.
    return { removed: 0, revoked: false };
  }
}

/** Ends a deletion that was begun: secrets and settings. Does nothing where none was. */
export async function finishDeleting(parts: BackgroundParts): Promise<void> {
  const { store } = parts;
  if (!(await store.deleting())) return;
  await forgetOutside(parts);
  await store.deleted();
}

/** What is kept outside of the store. */
async function forgetOutside({ forgetSecrets, settings }: BackgroundParts): Promise<void> {
  await forgetSecrets();
  await settings.resetSettings();
}

/** Takes back every access; true where each server was told in time. */
async function disconnectAll(parts: BackgroundParts, sources: readonly Source[]): Promise<boolean> {
  const told = sources.map(async ({ id, kind }) => {
    try {
      return (await connectorOf(parts.connectors, kind)?.disconnect(id)) ?? true;
    } catch (error) {
      parts.report('disconnect', error);
      return false;
    }
  });
  return Promise.race([
    Promise.all(told).then((all) => all.every(Boolean)),
    parts.after(REVOKING_MS).then(() => false),
  ]);
}
