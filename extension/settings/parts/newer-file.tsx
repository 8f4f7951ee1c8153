import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Source } from '../../../src/calendar/source.ts';
import { DropPlace, FileButton } from '../../ui/files/drop-place.tsx';
import { useTaking } from '../../ui/files/taking.ts';
import { TakingWords } from '../../ui/files/taking-words.tsx';
import { usePage } from '../../ui/page.ts';
import { useSettings } from '../context.ts';

/** Takes a newer file of a source, by a drop or the button; the user has said which one it replaces. */
export function NewerFile({ source }: { source: Source }): JSX.Element {
  const { t } = usePage();
  const { model } = useSettings();
  const taking = useTaking(() => void model.reload());
  const errorId = useId();
  const take = (files: FileList | null | undefined): void =>
    taking.take([...(files ?? [])].slice(0, 1), source.id);
  return (
    <DropPlace class="source__newer" onFiles={take}>
      <p class="source__newer-line small">
        <span class="soft">{t('connect_newer_hint')}</span>
        <FileButton
          label={t('connect_newer')}
          many={false}
          disabled={taking.busy.value}
          errorId={taking.error.value ? errorId : undefined}
          onFiles={take}
        />
      </p>
      <TakingWords taking={taking} errorId={errorId} />
    </DropPlace>
  );
}
