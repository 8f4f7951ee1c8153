import type { JSX } from 'preact';
import { percent } from '../../../src/words/format.ts';
import { usePage } from '../../ui/page.ts';
import { useModel } from '../context.ts';
import { Note, Way } from './note.tsx';

/** A new version has counted the past anew: told once, on popup or report, so that no new model passes for a change. */
export function Restated(): JSX.Element | null {
  const { t, data } = usePage();
  const model = useModel();
  const restated = model.read.value?.past.restated;
  if (!restated || restated.craftShareBefore === null || restated.craftShareAfter === null) return null;
  const text = t('past_restated', {
    before: percent(restated.craftShareBefore, t.locale),
    after: percent(restated.craftShareAfter, t.locale),
  });
  return (
    <Note text={text}>
      <Way
        text={t('past_restated_seen')}
        onClick={async () => {
          await data.commands('restatedSeen', {});
          await model.retry();
        }}
      />
    </Note>
  );
}
