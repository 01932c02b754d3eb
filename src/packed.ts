// Packs named parts into a ZIP, as documents are made of: the same parts give the same bytes. Pure.
import { zipSync } from 'fflate';

/** The hour of every entry, on the clocks of whatever machine: the first that a ZIP can say, which tells nothing. */
const ENTRY_TIME = new Date(1980, 0, 1);

/** The ZIP of a document that says its kind in a first part of its own, which is not packed. */
export function packedAs(kind: string, parts: Record<string, Uint8Array>): Uint8Array {
  return zipSync({ mimetype: [Buffer.from(kind), { level: 0 }], ...parts }, { level: 6, mtime: ENTRY_TIME });
}

/** The ZIP, with the entries in the order of the parts. */
export function packed(parts: Record<string, Uint8Array>): Uint8Array {
  return zipSync(parts, { level: 6, mtime: ENTRY_TIME });
}
