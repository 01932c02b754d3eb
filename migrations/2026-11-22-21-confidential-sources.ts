// Confidential sources with an alias, the keys by which a second card of the same thing is found, and the numbers that merged cards had.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

interface Card {
  id: string;
  title: string;
  url: string;
  publisher: string;
  author: string;
  interest: string;
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db);
  await fillKeys(db as Kysely<{ source: Card & { url_key: string; doi: string; search_text: string } }>);
  await createIndexes(db);
  await createRedirect(db);
}

async function addColumns(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  const add = (column: string) =>
    db.schema
      .alterTable('source')
      .addColumn(column, text, (c) => c.notNull().defaultTo(''))
      .execute();
  await db.schema
    .alterTable('source')
    .addColumn('is_confidential', 'integer', (c) => c.notNull().defaultTo(0).check(sql`is_confidential in (0, 1)`))
    .execute();
  await db.schema
    .alterTable('source')
    .addColumn('alias', text, (c) => c.notNull().defaultTo('').check(sql`(is_confidential = 1) = (alias <> '')`))
    .execute();
  for (const column of ['doi', 'url_key', 'search_text']) await add(column);
}

/** As the program makes them today; a card that is changed later gets its keys anew. */
async function fillKeys(
  db: Kysely<{ source: Card & { url_key: string; doi: string; search_text: string } }>,
): Promise<void> {
  let last = '';
  for (;;) {
    const cards = await db
      .selectFrom('source')
      .select(['id', 'title', 'url', 'publisher', 'author', 'interest'])
      .where('id', '>', last)
      .orderBy('id')
      .limit(500)
      .execute();
    for (const { id, ...card } of cards) {
      const doi = doiIn(card.url);
      const words = [card.title, card.url, card.publisher, card.author, doi, card.interest];
      const search_text = words.filter(Boolean).join(' ').replace(/\s+/g, ' ').normalize('NFKC').toLowerCase();
      await db
        .updateTable('source')
        .set({ doi, url_key: keyOf(card.url), search_text })
        .where('id', '=', id)
        .execute();
    }
    if (cards.length === 0) return;
    last = cards.at(-1)?.id ?? '';
  }
}

function doiIn(address: string): string {
  const found = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,9}\/[^?#\s]+)/i.exec(address)?.[1];
  return found === undefined ? '' : found.toLowerCase();
}

const TRACKERS = /^(?:utm_[a-z_]+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid)(?:=|$)/i;

function keyOf(address: string): string {
  const url = address === '' ? null : URL.parse(address);
  if (url === null) return '';
  const host = url.host.replace(/^www\./, '').replace(/\.(?=$|:)/, '');
  const pairs = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !TRACKERS.test(pair));
  const query = pairs.length > 0 ? `?${pairs.sort().join('&')}` : '';
  const route = /^#!?\//.test(url.hash) ? url.hash : '';
  return `${host}${url.pathname.replace(/\/+$/, '')}${query}${route}`;
}

async function createIndexes(db: Kysely<unknown>): Promise<void> {
  const some = sql<boolean>`url_key <> ''`;
  await db.schema.dropIndex('source_url').execute();
  await db.schema.createIndex('source_url_key').on('source').columns(['desk_id', 'url_key']).where(some).execute();
  await db.schema
    .createIndex('source_doi')
    .on('source')
    .columns(['desk_id', 'doi'])
    .where(sql<boolean>`doi <> ''`)
    .execute();
  await db.schema
    .createIndex('source_alias')
    .unique()
    .on('source')
    .columns(['desk_id', 'alias'])
    .where(sql<boolean>`alias <> ''`)
    .execute();
  await db.schema.createIndex('contact_source').on('contact').column('source_id').execute();
}

/** The number of a card that went into another leads there for good. */
async function createRedirect(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('source_redirect')
    .addColumn('number', 'integer', (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('old_id', text, (c) => c.notNull().unique())
    .addColumn('source_id', text, (c) => c.notNull())
    .addColumn('merged_by', text, (c) => c.references('person.id'))
    .addColumn('merged_at', text, (c) => c.notNull())
    .addForeignKeyConstraint('redirect_to_source', ['source_id', 'desk_id'], 'source', ['id', 'desk_id'])
    .execute();
  await db.schema.createIndex('source_redirect_to').on('source_redirect').column('source_id').execute();
}
