import { SourceError, type SourceErrorCode } from '../../calendar/source-error.ts';

/**
 * The bytes of an answer, read no further than `mostBytes`, whatever its Content-Length says. Throws SourceError
 * `code` where it is longer; what the stream itself throws passes through.
 */
export async function boundedBytes(
  { body }: Response,
  mostBytes: number,
  code: SourceErrorCode = 'bad-answer',
): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joinedBytes(chunks, length);
    length += value.byteLength;
    if (length > mostBytes) {
      await reader.cancel();
      throw new SourceError(code, `the answer is longer than ${Math.round(mostBytes / 2 ** 20)} MB`);
    }
    chunks.push(value);
  }
}

/** Chunks of `length` bytes in all as one. */
export function joinedBytes(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

/** The text of an answer, read as UTF-8; bounded as `boundedBytes` is. */
export async function boundedText(response: Response, mostBytes: number): Promise<string> {
  return new TextDecoder().decode(await boundedBytes(response, mostBytes));
}
