// The fonts and styles that a rich text file defines at its head, and what its bytes are in them. Pure.
import { cleanLine } from '#src/text-fields.ts';
import { isSymbolFont } from '../word/symbols.ts';
import { codePageOfCharacterSet, decoded, SYMBOLS } from './character-sets.ts';
import { ofWord } from './rtf-words.ts';

interface Font {
  name: string;
  set: number | undefined;
}

const NO_STYLE = -1;
const FILE_PAGES: Record<string, number> = { mac: 10_000, pc: 437, pca: 850 };

export class RtfTables {
  /** The code page of what stands in no font, or in one that says nothing of its own. */
  page = 1252;
  usual: number | undefined;
  readonly #fonts = new Map<number, Font>();
  readonly #styles = new Map<number, string>();
  #defined = 0;
  #name = '';

  /** Whether the word says something of the whole file: its code page, its usual font. */
  isSet(name: string, value: number | undefined): boolean {
    if (name === 'deff') this.usual = value;
    else if (name === 'ansicpg') this.page = value ?? this.page;
    else if (ofWord(FILE_PAGES, name) !== undefined) this.page = ofWord(FILE_PAGES, name) ?? this.page;
    else return false;
    return true;
  }

  /** A word within the table of fonts. */
  font(name: string, value: number | undefined): void {
    if (name === 'f') this.#defined = value ?? 0;
    if (name === 'fcharset') this.#fonts.set(this.#defined, { name: '', set: value });
  }

  /** A word within the table of styles: only those of paragraphs are known by their numbers. */
  style(name: string, value: number | undefined): void {
    if (name === 's') this.#defined = value ?? 0;
    if (name === 'cs' || name === 'ds' || name === 'ts') this.#defined = NO_STYLE;
  }

  /** Letters of a name, which ends with a semicolon. */
  name(of: 'fonts' | 'styles', text: string): void {
    for (const piece of text.split(/(?<=;)/)) {
      this.#name += piece;
      if (!piece.endsWith(';')) continue;
      const name = cleanLine(this.#name.slice(0, -1));
      if (of === 'styles') this.#styles.set(this.#defined, name);
      else this.#fonts.set(this.#defined, { set: this.#fonts.get(this.#defined)?.set, name });
      this.#name = '';
      this.#defined = 0;
    }
  }

  styleName(style: number): string {
    return this.#styles.get(style) ?? '';
  }

  /** The name of the font where its letters are symbols. */
  symbolFont(font: number | undefined): string | undefined {
    const found = this.#fontOf(font);
    return found && (found.set === SYMBOLS || isSymbolFont(found.name)) ? found.name : undefined;
  }

  letters(bytes: string, font: number | undefined): string {
    const set = this.#fontOf(font)?.set;
    return set === SYMBOLS ? bytes : decoded(bytes, codePageOfCharacterSet(set) ?? this.page);
  }

  #fontOf(font: number | undefined): Font | undefined {
    return this.#fonts.get(font ?? this.usual ?? NO_STYLE);
  }
}
