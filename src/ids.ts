// Ids: UUIDv7 text made by the program, so that both engines sort rows by the time they came.
import { randomUUIDv7 } from 'node:crypto';

/** A new id. Sorts after every id made earlier on this machine's clock. */
export function newId(): string {
  return randomUUIDv7();
}
