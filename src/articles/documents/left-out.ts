// What a reader leaves out, by kind: quoted by its first words and counted. Pure.
import { counted } from '#src/counted.ts';
import { cleanLine } from '#src/text-fields.ts';

const QUOTED = 3;
const FIRST_WORDS = 8;
const LONGEST = 80;
/** More sentences than these nobody reads; how many more there are is said. */
const MOST_SAID = 200;

interface Kind {
  first: string[];
  times: number;
  words: number;
}

export class LeftOut {
  readonly #kinds = new Map<string, Kind>();
  readonly #said = new Set<string>();

  /** How many words were named so far. */
  get words(): number {
    return [...this.#kinds.values()].reduce((sum, { words }) => sum + words, 0);
  }

  /** These words did not come along; `kind` begins the sentence ("Hidden words"). Nothing where there are none. */
  add(kind: string, words: string): void {
    const line = cleanLine(words);
    if (line === '') return;
    const known = this.#kinds.get(kind) ?? { first: [], times: 0, words: 0 };
    known.times += 1;
    known.words += line.split(' ').length;
    const quote = firstWords(line);
    if (known.first.length < QUOTED && !known.first.includes(quote)) known.first.push(quote);
    this.#kinds.set(kind, known);
  }

  /** A sentence of its own. */
  say(sentence: string): void {
    this.#said.add(sentence);
  }

  /** A sentence a kind, in the order in which they were met. */
  sentences(): string[] {
    const kinds = [...this.#kinds].map(([kind, { first, times, words }]) => {
      const quotes = first.map((quote) => `“${quote}”`).join(', ');
      const places = times > first.length ? `, in ${times} places` : '';
      const isWhole = times === first.length && first.every((quote) => !quote.endsWith('…'));
      if (isWhole) return `${kind}: ${quotes}${/[.!?]”$/.test(quotes) ? '' : '.'}`;
      return `${kind}: ${quotes}${places} (${counted(words, 'word')}).`;
    });
    const all = [...kinds, ...this.#said];
    const more = all.length - MOST_SAID;
    return more <= 0 ? all : [...all.slice(0, MOST_SAID), `${counted(more, 'more remark')} like these.`];
  }
}

/** The first words of a text, as they are quoted: at most eight, and no longer than a line. */
function firstWords(text: string): string {
  const words = cleanLine(text).split(' ');
  const first = words.slice(0, FIRST_WORDS).join(' ').slice(0, LONGEST).toWellFormed();
  return first.length < cleanLine(text).length ? `${first} …` : first;
}
