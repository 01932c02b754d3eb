// The library as a reader may see it: what is held back is found by no search either.
import type { Context } from '#src/context.ts';
import { foldKey } from '#src/text-fields.ts';
import { keysOf } from '../card/source.ts';
import type { SourceFound } from '../card/store.ts';
import { type Visibility, visibilityOf } from '../confidentiality.ts';
import { type Discretion, discretionAt } from '../held-back/discretion.ts';
import { cardSeen } from '../held-back/typed-words.ts';
import { listSources, type PageAsked, type SourceListed } from './store.ts';

const AT_A_TIME = 500;

/**
 * The page of the library that was asked for. Where somebody looks from outside and searches, cards are gone through until
 * the page is full, so that one which has the word only in what is held back leaves no gap.
 */
export async function listSourcesSeen(ctx: Context, asked: PageAsked): Promise<SourceListed[]> {
  const seeing = new SeenCards(ctx);
  const found: SourceListed[] = [];
  const step = asked.words === '' ? asked.limit : AT_A_TIME;
  let to_skip = asked.words === '' ? 0 : asked.offset;
  for (let offset = asked.words === '' ? asked.offset : 0; ; offset += step) {
    const rows = await listSources(ctx, { ...asked, limit: step, offset });
    for (const row of rows) {
      const seen = await seeing.find(row, asked.words);
      if (seen === undefined) continue;
      if (to_skip > 0) to_skip -= 1;
      else found.push(seen);
      if (found.length === asked.limit) return found;
    }
    if (rows.length < step || asked.words === '') return found;
  }
}

/** Cards as they may be seen; the discretion of each desk is asked for once. */
export class SeenCards {
  readonly #ctx: Context;
  readonly #visibility: Visibility | undefined;
  readonly #of_desk = new Map<string, Promise<Discretion>>();

  /** `visibility`: from where the cards are looked at, whatever the role; else by the role at each desk. */
  constructor(ctx: Context, visibility?: Visibility) {
    this.#ctx = ctx;
    this.#visibility = visibility;
  }

  /** The card; undefined where these words stand only in what is held back from it. */
  async find<Row extends SourceFound>(source: Row, words: string): Promise<Row | undefined> {
    const seen = cardSeen(await this.#discretion(source), source);
    const is_changed = (Object.keys(seen) as (keyof Row)[]).some((field) => seen[field] !== source[field]);
    return !is_changed || visibilityOf(source.role) === 'inside' || hasWords(seen, words) ? seen : undefined;
  }

  #discretion({ desk_id, role }: SourceFound): Promise<Discretion> {
    const reader = this.#visibility ?? role;
    const known = this.#of_desk.get(desk_id) ?? discretionAt(this.#ctx.db, desk_id, reader);
    this.#of_desk.set(desk_id, known);
    return known;
  }
}

/** As the store's search reads words: each stands somewhere on the card, or is its number. */
function hasWords(source: SourceFound, words: string): boolean {
  const { search_text } = keysOf(source);
  return foldKey(words)
    .split(' ')
    .filter(Boolean)
    .every((word) => search_text.includes(word) || word.replace(/^#/, '') === String(source.number));
}
