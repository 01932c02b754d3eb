// The words of a rich text file in the looks they are written in, put into the open line. Pure.
import { TooLarge } from '#src/errors.ts';
import { cleanLine } from '#src/text-fields.ts';
import type { LeftOut } from '../left-out.ts';
import { INSTEAD } from '../refused.ts';
import { inSymbolFont } from '../word/symbols.ts';
import { isGone, type RtfChanges, type RtfText } from './rtf-changes.ts';
import { areSameLooks, type Looks, PLAIN } from './rtf-words.ts';
import { escaped, Sheet } from './sheet.ts';
import type { RtfTables } from './tables.ts';

const TAIL = 120;
/** With its notes and with what its changes took away, twice what an article has. */
const MOST_LETTERS = 2_000_000;

export class LineWriter {
  sheet = new Sheet();
  readonly #leftOut: LeftOut;
  readonly #tables: RtfTables;
  readonly #changes: RtfChanges;
  readonly #wanted: RtfText;
  #text = '';
  /** Its last letters: to look for them in it would copy all of it each time. */
  #tail = '';
  #looks = PLAIN;
  #letters = 0;

  constructor(left_out: LeftOut, tables: RtfTables, { changes, wanted }: { changes: RtfChanges; wanted: RtfText }) {
    this.#leftOut = left_out;
    this.#tables = tables;
    this.#changes = changes;
    this.#wanted = wanted;
  }

  /** TooLarge where that is more than the desk takes of a file. */
  write(text: string, looks: Looks): void {
    this.#letters += text.length;
    if (this.#letters > MOST_LETTERS)
      throw new TooLarge(`It has more than 2,000,000 letters: more than one article can have. ${INSTEAD}`, 'file');
    if (!areSameLooks(looks, this.#looks)) this.flush();
    this.#looks = looks;
    const shown = this.#inFont(text, looks.font);
    this.#text += shown;
    this.#tail = (this.#tail + shown).slice(-TAIL);
  }

  #inFont(text: string, number: number | undefined): string {
    const font = this.#tables.symbolFont(number);
    if (font === undefined) return text;
    return inSymbolFont(text, font, () => {
      const before = cleanLine(this.#tail).split(' ').slice(-5).join(' ');
      const kind = `Symbols of the font ${cleanLine(font)}, which the desk does not know, marked [?], after`;
      this.#leftOut.add(kind, before || 'the beginning of some words');
    });
  }

  /** Puts what was written in the same looks into the open line, or names it. */
  flush(): void {
    const [text, looks] = [this.#text, this.#looks];
    const { raised, is_hidden, is_struck, is_deleted } = looks;
    [this.#text, this.#tail] = ['', ''];
    if (text === '') return;
    if (!is_hidden && !is_struck) this.#changes.add(text, looks);
    if (isGone(looks, this.#wanted))
      this.#leftOut.add(`Words ${is_deleted ? 'deleted' : 'inserted'} with tracked changes`, text);
    else if (is_hidden) this.#leftOut.add('Words formatted as hidden', text);
    else if (is_struck) this.#leftOut.add('Struck-through words', text);
    else this.sheet.add(raised === '' ? escaped(text) : `<${raised}>${escaped(text)}</${raised}>`);
  }
}
