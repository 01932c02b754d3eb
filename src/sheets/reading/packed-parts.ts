// The parts of a packed workbook, unpacked one at a time within one bound.
import { BadZip, listZip, unpack, type ZipEntry } from '#src/articles/documents/zip.ts';
import { INSTEAD, TANGLED, TOO_LARGE, unreadable } from './unreadable.ts';

/** Unpacked, all parts that are read together. */
const MOST_BYTES = 60_000_000;

export class PackedParts {
  readonly #bytes: Buffer;
  readonly #entries: Map<string, ZipEntry>;
  #left = MOST_BYTES;

  /** RuleBroken where it is no archive that can be read. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = new Map(said(() => listZip(this.#bytes)).map((entry) => [entry.name, entry]));
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The bytes of a part; undefined where there is none. RuleBroken where it is damaged, or unpacks to too much. */
  find(name: string): Buffer | undefined {
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    const bytes = said(() => unpack(this.#bytes, [entry], this.#left).get(name));
    this.#left -= bytes?.length ?? 0;
    return bytes;
  }

  get(name: string): Buffer {
    const bytes = this.find(name);
    if (bytes === undefined) throw unreadable(TANGLED);
    return bytes;
  }
}

const WHY: Record<BadZip['why'], string> = {
  malformed: TANGLED,
  bomb: TOO_LARGE,
  encrypted: `This spreadsheet is locked with a password. Take the password away. ${INSTEAD}`,
};

function said<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof BadZip ? unreadable(WHY[error.why]) : error;
  }
}
