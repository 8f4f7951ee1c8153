import type { ComponentChildren, JSX } from 'preact';

/** A sentence beside the week, with ways to answer it. */
export function Note({ text, children }: { text: string; children?: ComponentChildren }): JSX.Element {
  return (
    <div class="notes past-note">
      <p>{text}</p>
      {children && <p class="past-note__ways">{children}</p>}
    </div>
  );
}

export function Way({ text, onClick }: { text: string; onClick: () => Promise<unknown> }): JSX.Element {
  return (
    <button type="button" class="link" onClick={() => void onClick()}>
      {text}
    </button>
  );
}

/** The last part of a zone's name as a person says it: `New York`. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
