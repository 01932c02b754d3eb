// What may this reader see of this text? The one place that answers it for whatever people type at a desk.
import { createHash } from 'node:crypto';
import type { ArticleFound } from '#src/articles/store.ts';
import { findLatestText } from '#src/articles/version-text-store.ts';
import { findHead } from '#src/audit/head.ts';
import type { Db } from '#src/database/schema.ts';
import { Memory } from '#src/memory.ts';
import type { Remembered } from '#src/memory-room.ts';
import type { DeskRole } from '#src/people/tables.ts';
import { type Visibility, visibilityOf } from '../confidentiality.ts';
import { Finder, type OfArticle } from './finder.ts';
import { soughtFor } from './names.ts';
import { listSourcesKnown, listSourcesUsed } from './names-store.ts';

/** What stands in place of a text that names a confidential source, for whoever looks from outside. */
export const HELD_BACK = 'Held back: it names a confidential source.';

export interface Discretion {
  readonly visibility: Visibility;
  /** The words as this reader may see them: whole, or the sentence that they are held back. */
  see(words: string): string;
}

/** For those inside, who see everything. */
export const NOTHING_HELD: Discretion = { visibility: 'inside', see: (words) => words };

/** Says of any words what in them names a confidential source; empty where nothing does. */
export type NamesIn = (words: string) => string[];

type ArticleMeant = Pick<ArticleFound, 'id' | 'desk_id' | 'latest_version_number'>;

/** What somebody sees of the texts of one article; `reader` is their role at the desk, or from where they look. */
export async function discretionOn(db: Db, article: ArticleMeant, reader: DeskRole | Visibility): Promise<Discretion> {
  if (visibilityOf(reader) === 'inside') return NOTHING_HELD;
  return seeingBy(await namesOn(db, article));
}

/**
 * As discretionOn, for one of the many articles of a list: nothing is asked about an article in whose words there is not a
 * word of any confidential source.
 */
export async function discretionFor(
  db: Db,
  article: ArticleMeant,
  { reader, words }: { reader: DeskRole | Visibility; words: string[] },
): Promise<Discretion> {
  if (visibilityOf(reader) === 'inside') return NOTHING_HELD;
  const { finder } = await knownAt(db, article.desk_id);
  if (finder.keysIn(words.join('\n')).size === 0) return { visibility: 'outside', see: (words) => words };
  return discretionOn(db, article, reader);
}

/** What somebody sees of texts that belong to no article, like the cards of the library. */
export async function discretionAt(db: Db, desk_id: string, reader: DeskRole | Visibility): Promise<Discretion> {
  if (visibilityOf(reader) === 'inside') return NOTHING_HELD;
  const { finder } = await knownAt(db, desk_id);
  return seeingBy((words) => finder.find(words));
}

/**
 * What in words about this article names a confidential source of the desk: the article's own sources by each of their
 * names, others by their whole ones. What the article prints itself is no secret.
 */
export async function namesOn(db: Db, article: ArticleMeant): Promise<NamesIn> {
  const { finder, key } = await knownAt(db, article.desk_id);
  if (finder.is_empty) return () => [];
  const of: OfArticle = {
    used: await listSourcesUsed(db, article.id),
    printed: await printedIn(db, article, { finder, key }),
  };
  return (words) => finder.find(words, of);
}

/**
 * The same, also where the article prints it: for words of the article that go to somebody outside before it is out.
 */
export async function namesThoughPrinted(db: Db, article: ArticleMeant): Promise<NamesIn> {
  const { finder } = await knownAt(db, article.desk_id);
  if (finder.is_empty) return () => [];
  const of: OfArticle = { used: await listSourcesUsed(db, article.id), printed: new Set() };
  return (words) => finder.find(words, of);
}

/** The row with these of its fields as the reader may see them; null stays null. */
export function seenIn<Row extends object>(discretion: Discretion, row: Row, fields: readonly (keyof Row)[]): Row {
  if (discretion.visibility === 'inside') return row;
  const seen = fields.map((field) => {
    const value = row[field];
    return [field, typeof value === 'string' ? discretion.see(value) : value];
  });
  return { ...row, ...Object.fromEntries(seen) };
}

/** The row without those of these addresses that are held back: a sentence leads nowhere. */
export function addressesIn<Row extends object>(discretion: Discretion, row: Row, fields: readonly (keyof Row)[]): Row {
  const seen = seenIn(discretion, row, fields);
  const held = fields.filter((field) => seen[field] !== row[field]);
  return held.length === 0 ? row : { ...row, ...Object.fromEntries(held.map((field) => [field, ''])) };
}

/** As discretionOn, where it was asked already what in words names a confidential source. */
export function discretionBy(namesIn: NamesIn, reader: DeskRole | Visibility): Discretion {
  return visibilityOf(reader) === 'inside' ? NOTHING_HELD : seeingBy(namesIn);
}

function seeingBy(namesIn: NamesIn): Discretion {
  return { visibility: 'outside', see: (words) => (namesIn(words).length > 0 ? HELD_BACK : words) };
}

interface Known {
  finder: Finder;
  key: string;
}

/** By the head of the desk's log: whatever is known of a source changes with an event, and is asked for anew only then. */
const known_at = new Memory<Known>('what is known of sources');
/** By what is known and the version: which of it a text prints. */
const printed_in = new Memory<ReadonlySet<string>>('names that texts print');
/** About what a name takes in a finder for each of its letters, and a key of a name in a set, by measurement. */
const BYTES = { letter: 8, key: 100 };

async function knownAt(db: Db, desk_id: string): Promise<Known> {
  const head = await findHead(db, desk_id);
  const know = () => knownNow(db, desk_id);
  return head.number === 0 ? (await know()).value : known_at.from(db, `${desk_id} ${head.hash}`, know);
}

async function knownNow(db: Db, desk_id: string): Promise<Remembered<Known>> {
  const sought = soughtFor(await listSourcesKnown(db, desk_id));
  const words = JSON.stringify(sought);
  const key = createHash('sha256').update(words).digest('base64url');
  return { value: { finder: new Finder(sought), key }, bytes: words.length * BYTES.letter + BYTES.key };
}

function printedIn(db: Db, article: ArticleMeant, { finder, key }: Known): Promise<ReadonlySet<string>> {
  return printed_in.from(db, `${key} ${article.id} ${article.latest_version_number}`, async () => {
    const value = finder.keysIn(await findLatestText(db, article));
    return { value, bytes: (value.size + 1) * BYTES.key };
  });
}
