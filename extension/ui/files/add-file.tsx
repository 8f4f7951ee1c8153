import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../icon.tsx';
import { usePage } from '../page.ts';
import { worded } from '../words.ts';
import { DropPlace, FileButton } from './drop-place.tsx';
import { useTaking } from './taking.ts';
import { TakingWords } from './taking-words.tsx';

/**
 * A place to drop calendar files, a button to choose them, and the sample. In a toolbar popup the file chooser
 * would close the popup, so the button opens the page in a tab instead.
 */
export function AddFile({
  sample,
  onAdded = () => undefined,
}: {
  sample: boolean;
  onAdded?: (() => void) | undefined;
}): JSX.Element {
  const { t, data } = usePage();
  const taking = useTaking(onAdded);
  const errorId = useId();
  const useSample = async (): Promise<string | undefined> => {
    const answer = await data.commands('useSample', {});
    if (!answer.ok) return worded(t, 'error', answer.code, 'error_unknown');
    onAdded();
    return undefined;
  };
  return (
    <DropPlace class="drop" onFiles={(files) => taking.take(files)}>
      <Icon name="file" />
      <p>{t('ui_drop')}</p>
      <div class="drop__actions">
        {data.inPopup ? (
          <button type="button" class="button" onClick={() => data.openPage('welcome/index.html?add=file')}>
            {t('ui_choose_file')}
          </button>
        ) : (
          <FileButton
            label={t('ui_choose_file')}
            many
            disabled={taking.busy.value}
            errorId={taking.error.value ? errorId : undefined}
            onFiles={(files) => taking.take(files)}
          />
        )}
        {sample && (
          <button
            type="button"
            class="button button--main"
            disabled={taking.busy.value}
            onClick={() => void taking.run(useSample)}
          >
            {t('ui_try_sample')}
          </button>
        )}
      </div>
      <TakingWords taking={taking} errorId={errorId} />
    </DropPlace>
  );
}
