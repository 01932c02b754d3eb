// A file on its way out: its name, its type, and its bytes in pieces.
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';

export interface OutgoingFile {
  /** Plain ASCII: `claimdesk-1-draft.html`. */
  file_name: string;
  media_type: string;
  /** The Content-Security-Policy under which the file may be shown, where it is one that a browser shows. */
  policy?: string;
  /** Read once, and only once. What fails does so while they are read. */
  pieces: AsyncIterable<Uint8Array>;
}

/** So many letters make a piece: more would hold others up while they are made into bytes, fewer cost more than they save. */
const PIECE_LENGTH = 500_000;

/** The texts one behind the other, as UTF-8 in pieces of middling size; others have their turn between two pieces. */
export async function* piecesOf(texts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const text of texts) {
    for (let start = 0; start < text.length; ) {
      const end = endOfPiece(text, start);
      // Made into bytes one by one: to join them as text first is to copy all of it twice.
      const bytes = Buffer.from(text.slice(start, end), 'utf8');
      start = end;
      waiting.push(bytes);
      length += bytes.length;
      if (length < PIECE_LENGTH) continue;
      yield Buffer.concat(waiting);
      [waiting, length] = [[], 0];
      await yieldToEventLoop();
    }
  }
  if (length > 0) yield Buffer.concat(waiting);
}

/** Never between the two halves of a letter outside the first plane. */
function endOfPiece(text: string, start: number): number {
  const end = Math.min(start + PIECE_LENGTH, text.length);
  return (text.charCodeAt(end) & 0xfc00) === 0xdc00 ? end + 1 : end;
}
