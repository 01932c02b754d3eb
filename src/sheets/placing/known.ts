// What stands at the claims of an article already, so that a sheet that says it once more adds nothing. Pure.
import { createHash } from 'node:crypto';
import { urlKeyOf } from '#src/sources/card/same-source.ts';
import { readSourceLine } from '#src/sources/line/source-line.ts';
import { foldKey } from '#src/text-fields.ts';
import type { EntryWhat, SheetEntryTable } from '../tables.ts';

/** By which what a row says of a claim is known again, however long it is. */
export function keyOfSaid(said: string): string {
  return createHash('sha256').update(foldKey(said)).digest('hex');
}

export type EntryKnown = Pick<SheetEntryTable, 'claim_id' | 'what' | 'said' | 'said_key' | 'decision'>;

/** A use of a source as it is known again in a sheet. */
export interface UseKnown {
  claim_id: string;
  title: string;
  alias: string;
  url: string;
}

export class Known {
  readonly #entries = new Map<string, EntryKnown>();
  readonly #note_lines = new Map<string, Set<string>>();
  readonly #uses = new Map<string, Set<string>>();

  constructor(entries: readonly EntryKnown[], uses: readonly UseKnown[]) {
    for (const entry of entries) {
      this.#entries.set(`${entry.claim_id} ${entry.what} ${entry.said_key}`, entry);
      if (entry.what === 'note') for (const line of entry.said.split('\n')) this.#noteLine(entry.claim_id, line);
    }
    for (const use of uses) {
      const names = this.#uses.get(use.claim_id) ?? new Set();
      for (const name of [use.title, use.alias]) if (name !== '') names.add(foldKey(name));
      if (use.url !== '') names.add(`url ${urlKeyOf(use.url)}`);
      this.#uses.set(use.claim_id, names);
    }
  }

  /** The same said of the claim before, whatever became of it. */
  entry(claim_id: string, what: EntryWhat, said_key: string): EntryKnown | undefined {
    return this.#entries.get(`${claim_id} ${what} ${said_key}`);
  }

  /** Whether the claim rests on this source already, by its address, its title, or its alias. */
  isUsed(claim_id: string, said: string): boolean {
    const names = this.#uses.get(claim_id);
    if (names === undefined) return false;
    const { url, title } = readSourceLine(said);
    return (url !== '' && names.has(`url ${urlKeyOf(url)}`)) || names.has(foldKey(title)) || names.has(foldKey(said));
  }

  /** The lines of a note that no note of the claim has. */
  newLines(claim_id: string, note: string): string {
    const known = this.#note_lines.get(claim_id);
    const lines = note.split('\n');
    const fresh = lines.filter((line) => line.trim() !== '' && !known?.has(foldKey(line)));
    return fresh.length === 0 ? '' : known === undefined ? note : fresh.join('\n');
  }

  #noteLine(claim_id: string, line: string): void {
    const lines = this.#note_lines.get(claim_id) ?? new Set();
    lines.add(foldKey(line));
    this.#note_lines.set(claim_id, lines);
  }
}
