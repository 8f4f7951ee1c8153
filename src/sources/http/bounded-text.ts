import { SourceError } from '../../calendar/source-error.ts';

/**
 * The text of an answer, read as UTF-8 and no further than `mostBytes`. Throws SourceError `bad-answer` where it is
 * longer, whatever its Content-Length says; what the stream itself throws passes through.
 */
export async function boundedText(response: Response, mostBytes: number): Promise<string> {
  const { body } = response;
  if (body === null) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel();
      throw new SourceError('bad-answer', `the answer is longer than ${Math.round(mostBytes / 2 ** 20)} MB`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
