// Finds what names a confidential source, in one pass however many sources there are. Pure.
import type { Sought } from './names.ts';
import { isUnspaced, keyOf, numberKeysIn, tokensOf } from './tokens.ts';

/** In the words of an article: which sources it uses, and what it prints itself, which is no secret. */
export interface OfArticle {
  used: ReadonlySet<string>;
  printed: ReadonlySet<string>;
}

interface Stands {
  key: string;
  is_capital: boolean;
}

export class Finder {
  readonly #by_key: ReadonlyMap<string, Sought[]>;
  /** How many words the keys have, each length once. */
  readonly #lengths: number[];
  readonly #unspaced: string[];
  readonly #has_numbers: boolean;

  constructor(sought: readonly Sought[]) {
    this.#by_key = Map.groupBy(sought, ({ key }) => key);
    const keys = [...this.#by_key.keys()];
    this.#has_numbers = keys.some((key) => key.startsWith('tel:'));
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
    if (!this.#has_numbers) return [];
    const keys = [...numberKeysIn(text).keys()].filter((key) => this.#by_key.has(key));
    return keys.map((key) => ({ key, is_capital: true }));
  }
}

function counts({ source_id, key, reach, needs_capital }: Sought, stands: Stands, article?: OfArticle): boolean {
  if (article?.printed.has(key)) return false;
  if (needs_capital && !stands.is_capital) return false;
  return reach === 'anywhere' || (article?.used.has(source_id) ?? false);
}
