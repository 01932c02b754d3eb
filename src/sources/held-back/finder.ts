// Finds what names a confidential source, in one pass however many sources there are. Pure.
import type { Sought } from './names.ts';
import { isUnspaced, keyOf, numberKeysIn, tokensOf } from './tokens.ts';

/** In the words of an article: which sources it uses, and what it prints itself, which is no secret. */
export interface OfArticle {
  used: ReadonlySet<string>;
  printed: ReadonlySet<string>;
}

const NOTHING_PRINTED: ReadonlySet<string> = new Set();

interface Stands {
  key: string;
  is_capital: boolean;
}

export class Finder {
  readonly #by_key: ReadonlyMap<string, Sought[]>;
  /** How many words the keys have, each length once. */
  readonly #lengths: number[];
  readonly #unspaced: string[];
  readonly #numbers_known: string[];

  constructor(sought: readonly Sought[]) {
    this.#by_key = Map.groupBy(sought, ({ key }) => key);
    const keys = [...this.#by_key.keys()];
    this.#numbers_known = keys.filter((key) => key.startsWith(TEL)).map((key) => key.slice(TEL.length));
    this.#unspaced = keys.filter(isUnspaced);
    this.#lengths = [...new Set(keys.map((key) => key.split(' ').length))].sort((a, b) => a - b);
  }

  get is_empty(): boolean {
    return this.#by_key.size === 0;
  }

  /** The keys of all that stands in this text, wherever it counts. */
  keysIn(text: string): Set<string> {
    return new Set(this.#standing(text).map(({ key }) => key));
  }

  /** What in these words names a confidential source, the longest names alone; empty where nothing does. */
  find(words: string, article?: OfArticle): string[] {
    if (this.is_empty || words === '') return [];
    const found = new Set(
      this.#standing(words).flatMap((one) =>
        (this.#by_key.get(one.key) ?? []).filter((sought) => counts(sought, one, article)).map(({ said }) => said),
      ),
    );
    return [...found].filter((name) => ![...found].some((other) => other !== name && other.includes(name)));
  }

  /**
   * All in these words that is known of a source, each with its key: also what the article prints, and in words without any
   * capital also names typed small. By parts of their names only the sources that are `used`.
   */
  all(words: string, used: ReadonlySet<string>): Sought[] {
    const is_small = !/\p{Lu}/u.test(words);
    return this.#standing(words).flatMap((one) => {
      const stands = { ...one, is_capital: one.is_capital || is_small };
      const known = this.#by_key.get(one.key) ?? [];
      return known.filter((sought) => counts(sought, stands, { used, printed: NOTHING_PRINTED }));
    });
  }

  #standing(text: string): Stands[] {
    if (this.is_empty) return [];
    const tokens = tokensOf(text);
    const found: Stands[] = [];
    for (const [start, { is_capital }] of tokens.entries()) {
      let key = '';
      let count = 0;
      for (const length of this.#lengths) {
        while (count < length && start + count < tokens.length) {
          key += `${count === 0 ? '' : ' '}${tokens[start + count]?.key}`;
          count += 1;
        }
        if (count < length) break;
        if (this.#by_key.has(key)) found.push({ key, is_capital });
      }
    }
    return [...found, ...this.#withoutSpaces(text), ...this.#numbers(text)];
  }

  #withoutSpaces(text: string): Stands[] {
    if (this.#unspaced.length === 0 || !isUnspaced(text)) return [];
    const folded = keyOf(text);
    return this.#unspaced.filter((key) => folded.includes(key)).map((key) => ({ key, is_capital: true }));
  }

  #numbers(text: string): Stands[] {
    if (this.#numbers_known.length === 0) return [];
    const found = [...numberKeysIn(text).keys()].map((key) => key.slice(TEL.length));
    const keys = this.#numbers_known.filter((known) => found.some((one) => isSameNumber(known, one)));
    return keys.map((digits) => ({ key: `${TEL}${digits}`, is_capital: true }));
  }
}

const TEL = 'tel:';

/** With or without the code of a country or a city. */
function isSameNumber(one: string, other: string): boolean {
  return one.endsWith(other) || other.endsWith(one);
}

function counts({ source_id, key, reach, needs_capital }: Sought, stands: Stands, article?: OfArticle): boolean {
  if (article?.printed.has(key)) return false;
  if (needs_capital && !stands.is_capital) return false;
  return reach === 'anywhere' || (article?.used.has(source_id) ?? false);
}
