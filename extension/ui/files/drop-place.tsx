import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';

/** A place where files can be dropped; it shows when one is held over it. A button inside does the same by keyboard. */
export function DropPlace({
  class: name,
  onFiles,
  children,
}: {
  class: string;
  onFiles: (files: FileList | undefined) => void;
  children: ComponentChildren;
}): JSX.Element {
  const over = useSignal(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first.
    <div
      class={`${name} ${over.value ? 'drop--over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => {
        over.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        over.value = false;
        onFiles(event.dataTransfer?.files);
      }}
    >
      {children}
    </div>
  );
}

/** A button that opens the browser's file chooser. */
export function FileButton({
  label,
  many,
  disabled,
  errorId,
  onFiles,
}: {
  label: string;
  many: boolean;
  disabled: boolean;
  /** The element that says what was wrong with the last choice. */
  errorId: string | undefined;
  onFiles: (files: FileList | null) => void;
}): JSX.Element {
  return (
    <label class="button file-button">
      <input
        type="file"
        accept=".ics,.ical,text/calendar,.zip,application/zip,.csv"
        multiple={many}
        disabled={disabled}
        aria-describedby={errorId}
        onChange={(event) => {
          onFiles(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      {label}
    </label>
  );
}
