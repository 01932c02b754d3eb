// Ids: UUIDv7 text made by the program, so that both engines sort rows by the time they came.
import { randomUUIDv7 } from 'node:crypto';

/** Where in an id the millisecond in which it was made ends, and where its last digits begin. */
const [MOMENT, TAIL] = [13, 24];
let last = '';

/** A new id. Sorts after every id that this process made earlier on this machine's clock, within one millisecond, too. */
export function newId(): string {
  const id = randomUUIDv7();
  last = id <= last && id.slice(0, MOMENT) === last.slice(0, MOMENT) ? nextAfter(last) : id;
  return last;
}

/** The id one higher. Its last 48 bits are as good as never all ones: then another is as good. */
function nextAfter(id: string): string {
  const tail = (Number.parseInt(id.slice(TAIL), 16) + 1).toString(16).padStart(12, '0');
  return tail.length > 12 ? randomUUIDv7() : id.slice(0, TAIL) + tail;
}

/** Whether a text can be an id at all. What comes from an address is asked this before it goes near a query. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
