// The entries of a BibTeX text: fields with their lines, abbreviations put in, broken braces found. Pure.
import { itemAt } from '#src/item-at.ts';
import type { Remark } from './card-read.ts';

export interface BibField {
  line: number;
  /** The value without its outer braces or marks, its LaTeX as it stands. */
  value: string;
}

export interface BibEntry {
  line: number;
  type: string;
  key: string;
  fields: Map<string, BibField>;
  remarks: Remark[];
  /** Where a brace or a mark never closes: what was read before it stands in `fields`. */
  is_cut: boolean;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Abbreviations that are made of abbreviations could grow for ever. */
const MOST_LETTERS = 100_000;

/** The entries in order. Comments and preambles are passed over. Never throws, and looks at each letter a few times at most. */
export function* bibEntriesIn(text: string): Generator<BibEntry> {
  const reader = new BibReader(text);
  for (let entry = reader.next(); entry !== undefined; entry = reader.next()) yield entry;
}

class BibReader {
  readonly #text: string;
  readonly #words = new Map(MONTHS.map((month) => [month, month]));
  #at = 0;
  #line = 1;
  #counted = 0;
  /** One comment never closed: looking for the end of every other one could take for ever. */
  #has_open_comment = false;

  constructor(text: string) {
    this.#text = text;
  }

  next(): BibEntry | undefined {
    for (;;) {
      const head = this.#match(/@\s*([a-zA-Z]+)\s*([{(])/g, true);
      if (head === null) return undefined;
      const type = itemAt(head, 1).toLowerCase();
      const line = this.#lineAt(head.index);
      const close = head[2] === '(' ? ')' : '}';
      if (type === 'comment' || type === 'preamble') this.#skipBraced();
      else if (type === 'string') this.#readWord(close);
      else return this.#readEntry({ line, type, key: '', fields: new Map(), remarks: [], is_cut: false }, close);
    }
  }

  #readEntry(entry: BibEntry, close: string): BibEntry {
    this.#match(/\s*/y);
    const key = this.#match(/([^\s,={}"]*)\s*(,|(?=[})]))/y);
    if (key === null) return this.#cut(entry, 'key', 'the entry has no key with a comma behind it.');
    entry.key = itemAt(key, 1);
    while (!entry.is_cut) {
      this.#match(/[\s,]*/y);
      if (this.#text.charAt(this.#at) === close || this.#at >= this.#text.length) break;
      this.#readField(entry);
    }
    if (!entry.is_cut && this.#at >= this.#text.length)
      return this.#cut(entry, '', 'the file ends before the entry does.');
    if (!entry.is_cut) this.#at += 1;
    return entry;
  }

  #readField(entry: BibEntry): void {
    const line = this.#lineAt(this.#skipped());
    const name = this.#match(/([^\s=,{}()"#]+)\s*=\s*/y);
    if (name === null) {
      this.#strayWords(entry, line);
      return;
    }
    const field = itemAt(name, 1).toLowerCase();
    const value = this.#readValue(entry, { line, field });
    if (value === null) return;
    if (entry.fields.has(field))
      entry.remarks.push({ line, field, message: 'this field is here twice; the first was used.' });
    else entry.fields.set(field, { line, value });
  }

  #strayWords(entry: BibEntry, line: number): void {
    const begins = this.#at;
    this.#match(/[^,\n}]*/y);
    if (this.#at === begins) this.#at += 1;
    const words = this.#text.slice(begins, this.#at).trim().slice(0, 40);
    entry.remarks.push({ line, field: '', message: `“${words}” is not a field with a value; it was skipped.` });
  }

  #readValue(entry: BibEntry, place: { line: number; field: string }): string | null {
    let value = '';
    for (;;) {
      const part = this.#readPart(entry, place);
      if (part === null) return null;
      value = `${value}${part}`.slice(0, MOST_LETTERS);
      if (this.#match(/\s*#\s*/y) === null) return value;
    }
  }

  #readPart(entry: BibEntry, place: { line: number; field: string }): string | null {
    const mark = this.#text.charAt(this.#at);
    if (mark === '{' || mark === '"') {
      const end = endOf(this.#text, this.#at);
      const inner = this.#text.slice(this.#at + 1, end === null ? this.#at + MOST_LETTERS : end - 1);
      const open = mark === '{' ? endBeforeField(inner) : null;
      if (open !== null) {
        entry.remarks.push({ ...place, message: 'a brace in it never closes; it was read up to the next field.' });
        this.#at += open + 2;
        return inner.slice(0, open);
      }
      if (end === null) {
        const message = `a ${mark === '{' ? 'brace' : 'quotation mark'} opens here and never closes.`;
        this.#cut(entry, place.field, message, place.line);
        return null;
      }
      this.#at = end;
      return inner;
    }
    const word = this.#match(/[^\s,={}()"#]+/y)?.[0] ?? '';
    if (/^-?\d+$/.test(word)) return word;
    const known = this.#words.get(word.toLowerCase());
    if (known === undefined)
      entry.remarks.push({
        ...place,
        message:
          word === ''
            ? 'there is no value.'
            : `“${word.slice(0, 40)}” is an abbreviation that is not defined; the word itself was used.`,
      });
    return known ?? word;
  }

  #readWord(close: string): void {
    this.#match(/\s*/y);
    const name = this.#match(/([^\s=,{}()"#]+)\s*=\s*/y);
    if (name === null) return;
    const nobody: BibEntry = { line: 0, type: '', key: '', fields: new Map(), remarks: [], is_cut: false };
    const value = this.#readValue(nobody, { line: 0, field: '' });
    if (value !== null) this.#words.set(itemAt(name, 1).toLowerCase(), value.slice(0, 10_000));
    this.#match(new RegExp(`\\s*\\${close}`, 'y'));
  }

  /** Passes over a comment in braces; where they never close, over its line alone. */
  #skipBraced(): void {
    const end = this.#has_open_comment ? null : endOfValue(this.#text, this.#at - 1, LENIENT);
    this.#has_open_comment ||= end === null;
    this.#at = end ?? this.#at;
  }

  #cut(entry: BibEntry, field: string, message: string, line = entry.line): BibEntry {
    entry.is_cut = true;
    entry.remarks.push({ line, field, message });
    const next = NEXT_ENTRY();
    next.lastIndex = this.#at;
    this.#at = next.exec(this.#text)?.index ?? this.#text.length;
    return entry;
  }

  #skipped(): number {
    this.#match(/\s*/y);
    return this.#at;
  }

  #match(pattern: RegExp, anywhere = false): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found !== null) this.#at = pattern.lastIndex;
    else if (anywhere) this.#at = this.#text.length;
    return found;
  }

  #lineAt(position: number): number {
    for (
      let next = this.#text.indexOf('\n', this.#counted);
      next >= 0 && next < position;
      next = this.#text.indexOf('\n', this.#counted)
    ) {
      this.#line += 1;
      this.#counted = next + 1;
    }
    return this.#line;
  }
}

const NEXT_ENTRY = () => /^[ \t]*@[a-zA-Z]+[ \t]*[{(]/gm;

/** Where a value ends that would take the next fields of its entry into itself; null where it does not. */
function endBeforeField(inner: string): number | null {
  const next = /\}\s*,\s*[A-Za-z][\w-]*\s*=\s*[{"\d]|\n[ \t]*@[a-zA-Z]+[ \t]*[{(]/.exec(inner);
  return next === null || next[0].startsWith('\n') ? null : next.index;
}

/**
 * Behind the mark that closes the value: as BibTeX counts, for which a backslash before a brace makes no difference, where that
 * leads to the end of a field, else as people write who take such a brace for a letter.
 */
function endOf(text: string, begin: number): number | null {
  const counted = endOfValue(text, begin, STRICT);
  if (counted !== null && /^\s*(?:[,#})]|$)/.test(text.slice(counted, counted + 200))) {
    const inner = text.slice(begin + 1, Math.min(counted - 1, begin + MOST_LETTERS));
    if (endBeforeField(inner) === null) return counted;
  }
  return endOfValue(text, begin, LENIENT);
}

const STRICT = String.raw`\\[^{}]|[{}"]|\n[ \t]*@[a-zA-Z]+[ \t]*[{(][^\s,{}"=]*,`;
const LENIENT = String.raw`\\[\s\S]|[{}"]|\n[ \t]*@[a-zA-Z]+[ \t]*[{(][^\s,{}"=]*,`;

/** null where no mark closes it before the file ends or the next entry begins on a line of its own. */
function endOfValue(text: string, begin: number, signs: string): number | null {
  const marks = new RegExp(signs, 'g');
  const isBraced = text.charAt(begin) !== '"';
  marks.lastIndex = begin + 1;
  let depth = isBraced ? 1 : 0;
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    const [mark] = found;
    if (mark === '{') depth += 1;
    else if (mark === '}') depth -= 1;
    else if (mark.startsWith('\n')) return null;
    else if (mark === '"' && !isBraced && depth === 0) return found.index + 1;
    if (isBraced && depth === 0) return found.index + 1;
    if (depth < 0) return null;
  }
  return null;
}
