import { useSignal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';

/** A component that is fetched when it is first wanted. */
export interface Lazy<Props> {
  /** Draws nothing until the component is there. */
  (props: Props): JSX.Element | null;
  /** Fetches it ahead of its first use: when the page has been painted, say. */
  fetch(): Promise<void>;
}

/**
 * Keeps what a page does not show at first out of its first scripts. `load` is a dynamic import; a chunk of our own
 * package that cannot be loaded is a broken install, and its error rises to the page's console.
 */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): Lazy<Props> {
  let loaded: ComponentType<Props> | null = null;
  const fetch = async (): Promise<void> => {
    loaded ??= await load();
  };
  function Lazily(props: Props): JSX.Element | null {
    const ready = useSignal(loaded !== null);
    useEffect(() => {
      void fetch().then(() => {
        ready.value = true;
      });
    }, [ready]);
    const Loaded = loaded;
    return ready.value && Loaded ? <Loaded {...props} /> : null;
  }
  return Object.assign(Lazily, { fetch });
}
