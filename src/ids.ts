// Ids: UUIDv7 text made by the program, so that both engines sort rows by the time they came.
import { randomUUIDv7 } from 'node:crypto';

/** A new id. Sorts after every id made earlier on this machine's clock. */
export function newId(): string {
  return randomUUIDv7();
}

/** Whether a text can be an id at all. What comes from an address is asked this before it goes near a query. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
