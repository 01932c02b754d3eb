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
  let waiting: string[] = [];
  let length = 0;
  for await (const text of texts) {
    waiting.push(text);
    length += text.length;
    if (length < PIECE_LENGTH) continue;
    const joined = waiting.join('');
    let start = 0;
    while (joined.length - start >= PIECE_LENGTH) {
      const end = endOfPiece(joined, start);
      yield Buffer.from(joined.slice(start, end), 'utf8');
      start = end;
      await yieldToEventLoop();
    }
    waiting = [joined.slice(start)];
    length = joined.length - start;
  }
  if (length > 0) yield Buffer.from(waiting.join(''), 'utf8');
}

/** Never between the two halves of a letter outside the first plane. */
function endOfPiece(text: string, start: number): number {
  const end = start + PIECE_LENGTH;
  return (text.charCodeAt(end) & 0xfc00) === 0xdc00 ? end + 1 : end;
}
