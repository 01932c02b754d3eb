// Comments on the cells of an Excel sheet: notes, and the threads of newer programs. Pure.
import { commentOf, type PlacedComment } from './cell-comments.ts';
import type { LettersRead } from './grid.ts';
import type { PackedParts } from './packed-parts.ts';
import { columnOf } from './xlsx-sheet.ts';
import { unescaped, WordsReader } from './xlsx-words.ts';
import { type Attributes, attributeOf, readXml } from './xml-events.ts';

/** Those on the sheet of this part. A thread also stands as a note for older programs: it counts once. */
export function readXlsxComments(parts: PackedParts, sheet: string, letters: LettersRead): PlacedComment[] {
  const { notes, threads } = partsBeside(parts, sheet);
  const threaded = threads.flatMap((bytes) => threadsIn(bytes, personsIn(parts)));
  const cells = new Set(threaded.map(cellOf));
  const noted = notes.flatMap(notesIn).filter((note) => !(note.is_thread && cells.has(cellOf(note))));
  const found = [...threaded, ...noted.map(({ is_thread: _, ...note }) => note)];
  for (const { words, by } of found) letters.add(words.length + by.length);
  return found.sort((one, other) => one.row - other.row || one.column - other.column);
}

function cellOf({ row, column }: Pick<PlacedComment, 'row' | 'column'>): string {
  return `${row} ${column}`;
}

function partsBeside(parts: PackedParts, sheet: string): { notes: Buffer[]; threads: Buffer[] } {
  const found = { notes: [] as Buffer[], threads: [] as Buffer[] };
  const [folder, file] = [/^.*\//.exec(sheet)?.[0] ?? '', sheet.replace(/^.*\//, '')];
  const rels = parts.find(`${folder}_rels/${file}.rels`);
  if (rels === undefined) return found;
  readXml(rels, {
    open(name, attributes) {
      const kind = /\/(comments|threadedComment)$/.exec(attributeOf(attributes, 'Type') ?? '')?.[1];
      if (name !== 'Relationship' || kind === undefined || attributeOf(attributes, 'TargetMode') === 'External') return;
      const bytes = parts.find(partAt(folder, attributeOf(attributes, 'Target') ?? ''));
      if (bytes !== undefined) found[kind === 'comments' ? 'notes' : 'threads'].push(bytes);
    },
    close: () => undefined,
  });
  return found;
}

/** The name of a part as another in this folder names it: one that leads out of the file leads to none. */
function partAt(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').slice(0, -1);
  for (const step of target.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  return steps.join('/');
}

type Note = PlacedComment & { is_thread: boolean };

function notesIn(bytes: Buffer): Note[] {
  const reader = new NotesReader();
  readXml(bytes, reader);
  return reader.notes;
}

class NotesReader {
  readonly notes: Note[] = [];
  readonly #authors: string[] = [];
  readonly #words = new WordsReader();
  #in_author = false;
  #at: { ref: string; author: string } | null = null;

  open(name: string, attributes: Attributes): void {
    if (name === 'author') {
      this.#in_author = true;
      this.#authors.push('');
    } else if (name === 'comment') {
      const author = this.#authors[Number(attributeOf(attributes, 'authorId') ?? -1)] ?? '';
      this.#at = { ref: attributeOf(attributes, 'ref') ?? '', author: unescaped(author).trim() };
    } else if (this.#at !== null) this.#words.open(name, attributes);
  }

  text(text: string): void {
    if (this.#in_author) this.#authors.push((this.#authors.pop() ?? '') + text);
    else if (this.#at !== null) this.#words.text(text);
  }

  close(name: string): void {
    if (name === 'author') this.#in_author = false;
    else if (name === 'comment' && this.#at !== null) {
      const { text } = this.#words.take();
      this.#add(this.#at, text);
      this.#at = null;
    } else if (this.#at !== null) this.#words.close(name);
  }

  #add({ ref, author }: { ref: string; author: string }, text: string): void {
    const is_thread = author.startsWith('tc={');
    const words = is_thread ? threadText(text) : withoutName(text, author);
    const at = placeIn(ref);
    const found = at && commentOf({ ...at, by: is_thread ? '' : author, words });
    if (found) this.notes.push({ ...found, is_thread });
  }
}

/** What older programs show of a thread begins with advice, whose last line but one is an address of Microsoft's. */
function threadText(text: string): string {
  return text.replace(/^.*?linkid=\d+\s*\n\s*[^\n:]*:/is, '').trim();
}

/** Excel begins a note with the name of who wrote it. */
function withoutName(text: string, author: string): string {
  const rest = text.trimStart();
  return author !== '' && rest.startsWith(`${author}:`) ? rest.slice(author.length + 1) : rest;
}

function placeIn(ref: string): { row: number; column: number } | undefined {
  const [, letters = '', row = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})/.exec(ref) ?? [];
  return letters === '' ? undefined : { row: Number(row), column: columnOf(letters) };
}

function threadsIn(bytes: Buffer, persons: ReadonlyMap<string, string>): PlacedComment[] {
  const found: PlacedComment[] = [];
  let at: { ref: string; by: string; is_reply: boolean; words: string } | null = null;
  let in_text = false;
  readXml(bytes, {
    open(name, attributes) {
      in_text = name === 'text';
      if (name !== 'threadedComment') return;
      const by = persons.get(attributeOf(attributes, 'personId') ?? '') ?? '';
      const is_reply = attributeOf(attributes, 'parentId') !== undefined;
      at = { ref: attributeOf(attributes, 'ref') ?? '', by, is_reply, words: '' };
    },
    text(text) {
      if (in_text && at !== null) at.words += unescaped(text);
    },
    close(name) {
      in_text = false;
      if (name !== 'threadedComment' || at === null) return;
      const place = placeIn(at.ref);
      const comment = place && commentOf({ ...place, by: at.by, words: at.words }, at.is_reply);
      if (comment) found.push(comment);
      at = null;
    },
  });
  return found;
}

function personsIn(parts: PackedParts): Map<string, string> {
  const persons = new Map<string, string>();
  for (const name of parts.names.filter((one) => /^xl\/persons\/[^/]+\.xml$/.test(one)))
    readXml(parts.get(name), {
      open(name, attributes) {
        if (name === 'person')
          persons.set(attributeOf(attributes, 'id') ?? '', attributeOf(attributes, 'displayName') ?? '');
      },
      close: () => undefined,
    });
  return persons;
}
