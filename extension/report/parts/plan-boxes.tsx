import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { TrialBox } from '../../../src/plan/trial-columns.ts';
import type { EditKind } from '../../../src/plan/what-if.ts';
import type { Translate } from '../../../src/words/translate.ts';
import { usePage } from '../../ui/page.ts';
import { usePlan } from '../plan/context.ts';
import { placeWords } from '../plan/plan-words.ts';
import { deedOfKey, doTo, STEP_MINUTES } from '../plan/trial-deeds.ts';
import { inColumn } from '../plan/trial-place.ts';

/** Where the mouse has carried a meeting, in days and minutes. */
interface Drag {
  readonly key: string;
  readonly fromX: number;
  readonly fromY: number;
  readonly days: number;
  readonly minutes: number;
}

/**
 * The meetings of the week, each one button in a layer over all days: one that moves to another day stays the same
 * element and keeps the keyboard's focus. In the order in which they stand today, which a trial does not change.
 */
export function PlanBoxes(): JSX.Element {
  const { view } = usePlan();
  const layer = useRef<HTMLDivElement>(null);
  const drag = useSignal<Drag | null>(null);
  const { columns, frame } = view.value;
  const startOf = new Map(frame.blocking.map((o) => [o.key, o.startMs]));
  const boxes = columns
    .flatMap(({ boxes: list }, day) => list.map((box) => ({ box, day })))
    .sort(
      (a, b) =>
        (startOf.get(a.box.key) ?? 0) - (startOf.get(b.box.key) ?? 0) || (a.box.key < b.box.key ? -1 : 1),
    );
  return (
    <div class="trial__boxes" ref={layer}>
      {boxes.map(({ box, day }) => (
        <Box key={box.key} box={box} day={day} drag={drag} layer={() => layer.current} />
      ))}
    </div>
  );
}

function Box({
  box,
  day,
  drag,
  layer,
}: {
  box: TrialBox;
  day: number;
  drag: { value: Drag | null };
  layer: () => HTMLElement | null;
}): JSX.Element {
  const { t } = usePage();
  const plan = usePlan();
  const { scale, frame } = plan.view.value;
  const isChosen = plan.chosen.value === box.key;
  const carried = drag.value?.key === box.key ? drag.value : null;
  const minuteHeight = (): number =>
    (layer()?.clientHeight ?? 0) / Math.max(1, scale.endMinute - scale.startMinute);
  const dayWidth = (): number => (layer()?.clientWidth ?? 0) / 7;
  const name = `${placeWords(box, frame.settings.zone, t)} ${box.title || t('popup_untitled')}${
    box.edit ? `, ${editWords(box.edit, t)}` : ''
  }`;
  const style = {
    ...inColumn(box, scale),
    '--day': day,
    '--lane': box.lane,
    '--lanes': box.lanes,
    ...(carried ? { translate: `${carried.days * dayWidth()}px ${carried.minutes * minuteHeight()}px` } : {}),
  };
  if (!box.movable) {
    return (
      <span class={`trial__box mark mark--${markOf(box)}`} style={style} title={name}>
        <span class="trial__title">{box.title || t('popup_untitled')}</span>
      </span>
    );
  }
  const carry = (event: PointerEvent): void => {
    const now = drag.value;
    if (now?.key !== box.key) return;
    const days = Math.round((event.clientX - now.fromX) / dayWidth());
    const steps = Math.round((event.clientY - now.fromY) / (minuteHeight() * STEP_MINUTES));
    drag.value = { ...now, days, minutes: steps * STEP_MINUTES };
  };
  const drop = (): void => {
    const now = drag.value;
    drag.value = null;
    if (now?.key !== box.key || (now.days === 0 && now.minutes === 0)) return;
    doTo(plan, box.key, { do: 'step', days: now.days, minutes: now.minutes });
  };
  return (
    <button
      type="button"
      class={`trial__box mark mark--${markOf(box)} ${box.out ? 'trial__box--out' : ''} ${
        box.edit && !box.out ? 'trial__box--edited' : ''
      } ${carried ? 'trial__box--carried' : ''}`}
      style={style}
      title={name}
      aria-label={name}
      aria-pressed={isChosen}
      aria-describedby="plan-trial-about"
      onClick={() => {
        plan.chosen.value = box.key;
      }}
      onFocus={() => {
        plan.chosen.value = box.key;
      }}
      onKeyDown={(event) => {
        const deed = deedOfKey(event);
        if (!deed) return;
        event.preventDefault();
        doTo(plan, box.key, deed);
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.value = { key: box.key, fromX: event.clientX, fromY: event.clientY, days: 0, minutes: 0 };
      }}
      onPointerMove={carry}
      onPointerUp={drop}
      onPointerCancel={() => {
        drag.value = null;
      }}
    >
      <span class="trial__title">{box.title || t('popup_untitled')}</span>
    </button>
  );
}

function markOf({ side }: TrialBox): string {
  return side === 'craft' ? 'craft-booked' : side === 'management' ? 'management' : 'away';
}

/** What was done to a meeting on trial. */
export function editWords(kind: EditKind, t: Translate): string {
  return t(`plan_edit_${kind}`);
}
