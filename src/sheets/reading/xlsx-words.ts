// Words of cells in a workbook, run by run: shared strings and those that stand in their cells. Pure.
import { MOST_LETTERS } from './grid.ts';
import { RichText, type RunLook } from './rich-text.ts';
import { TOO_LARGE, unreadable } from './unreadable.ts';
import { isOff } from './xlsx-looks.ts';
import { type Attributes, attributeOf, readXml } from './xml-events.ts';

export interface Words {
  text: string;
  struck: string;
}

/** Gathers the words of one string: what is read out beside Japanese letters is no part of it. */
export class WordsReader {
  #rich = new RichText();
  #look: RunLook = { is_struck: false, shift: '' };
  #in_text = false;
  #phonetic = 0;

  open(name: string, attributes: Attributes): void {
    if (name === 'rPh') this.#phonetic += 1;
    if (name === 'r') this.#look = { is_struck: false, shift: '' };
    if (name === 'strike' && !isOff(attributes)) this.#look.is_struck = true;
    if (name === 'vertAlign') this.#look.shift = shiftOf(attributeOf(attributes, 'val'));
    if (name === 't') this.#in_text = this.#phonetic === 0;
  }

  text(text: string): void {
    if (this.#in_text) this.#rich.add(unescaped(text), this.#look);
  }

  close(name: string): void {
    if (name === 't') this.#in_text = false;
    if (name === 'rPh') this.#phonetic -= 1;
  }

  /** What came since the last time. */
  take(): Words {
    const { text, struck } = this.#rich;
    this.#rich = new RichText();
    this.#look = { is_struck: false, shift: '' };
    return { text, struck };
  }
}

function shiftOf(value: string | undefined): RunLook['shift'] {
  if (value === 'superscript') return 'raised';
  return value === 'subscript' ? 'lowered' : '';
}

/** A workbook writes letters that XML has no room for as `_x000D_`. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}

/** The shared strings, by their number. */
export function readSharedWords(bytes: Buffer | undefined): Words[] {
  const shared: Words[] = [];
  if (bytes === undefined) return shared;
  const reader = new WordsReader();
  let letters = 0;
  readXml(bytes, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close(name) {
      reader.close(name);
      if (name !== 'si') return;
      const words = reader.take();
      letters += words.text.length;
      if (letters > MOST_LETTERS) throw unreadable(TOO_LARGE);
      shared.push(words);
    },
  });
  return shared;
}
