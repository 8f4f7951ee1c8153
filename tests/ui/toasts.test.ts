import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createToasts } from '../../extension/ui/toasts.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const undo = async (): Promise<void> => undefined;

describe('a message with a way back', () => {
  it('goes away after a while', () => {
    const toasts = createToasts();
    toasts.show({ text: 'Changed', undo });
    vi.advanceTimersByTime(19_000);
    expect(toasts.current.value).not.toBeNull();
    vi.advanceTimersByTime(2_000);
    expect(toasts.current.value).toBeNull();
  });

  it('stays while the user is on it, and has its whole time afterwards', () => {
    const toasts = createToasts();
    toasts.show({ text: 'Changed', undo });
    toasts.hold();
    vi.advanceTimersByTime(600_000);
    expect(toasts.current.value).not.toBeNull();
    toasts.release();
    vi.advanceTimersByTime(19_000);
    expect(toasts.current.value).not.toBeNull();
    vi.advanceTimersByTime(2_000);
    expect(toasts.current.value).toBeNull();
  });

  it('has its own time, whatever was left of the message before', () => {
    const toasts = createToasts();
    toasts.show({ text: 'Saved' });
    vi.advanceTimersByTime(4_000);
    toasts.show({ text: 'Changed', undo });
    vi.advanceTimersByTime(10_000);
    expect(toasts.current.value?.text).toBe('Changed');
  });
});
