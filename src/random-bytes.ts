// Random bytes in small pieces, drawn from the system by the page: a draw takes longer than what it is for.
import { randomFillSync } from 'node:crypto';

const PAGE = 4_096;

const page = Buffer.allocUnsafeSlow(PAGE);
let given = PAGE;

/** So many random bytes that nobody else gets; they are not kept here. At most a page of them. */
export function randomPiece(bytes: number): Buffer {
  if (given + bytes > PAGE) {
    randomFillSync(page);
    given = 0;
  }
  const piece = Buffer.from(page.subarray(given, given + bytes));
  page.fill(0, given, given + bytes);
  given += bytes;
  return piece;
}
