import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { download } from '../../../extension/report/download.ts';

interface Link {
  href: string;
  download: string;
  click(): void;
}

describe('a download', () => {
  const blobs = new Map<string, Blob>();
  const clicked: Link[] = [];

  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      const url = `blob:${blobs.size + 1}`;
      blobs.set(url, blob as Blob);
      return url;
    });
    vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void blobs.delete(url));
    vi.stubGlobal('document', {
      createElement: (name: string): Link => {
        expect(name).toBe('a');
        const link = { href: '', download: '', click: () => void clicked.push(link) };
        return link;
      },
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    blobs.clear();
    clicked.length = 0;
  });

  it('hands over a file of that name and kind, in UTF-8', async () => {
    download('weeks.csv', 'week;ä\r\n', 'text/csv');
    expect(clicked).toMatchObject([{ download: 'weeks.csv', href: 'blob:1' }]);
    const blob = blobs.get('blob:1');
    expect(blob?.type).toBe('text/csv;charset=utf-8');
    expect(new Uint8Array((await blob?.arrayBuffer()) ?? [])).toEqual(new TextEncoder().encode('week;ä\r\n'));
  });

  it('takes a picture as it is', () => {
    const png = new Blob([new Uint8Array([137, 80])], { type: 'image/png' });
    download('check-up.png', png);
    expect(blobs.get('blob:1')).toBe(png);
  });

  it('gives its address back, but not before the browser has taken it', () => {
    download('a.txt', 'a');
    expect(blobs.size).toBe(1);
    vi.runAllTimers();
    expect(blobs.size).toBe(0);
  });
});
