// All SQL of a desk's library of sources. A source is found through the person: no member, no source.
import { type ExpressionBuilder, sql } from 'kysely';
import type { Context } from '#src/context.ts';
import { nextNumber } from '#src/database/counter.ts';
import { forUpdate } from '#src/database/engine.ts';
import type { Database, Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { deskIdsOf } from '#src/people/membership.ts';
import type { DeskRole } from '#src/people/tables.ts';
import { foldKey } from '#src/text-fields.ts';
import type { SourceTable } from '../tables.ts';
import type { SourceFields } from './source.ts';

export interface SourceFound extends SourceTable {
  role: DeskRole;
  desk_name: string;
  desk_slug: string;
  time_zone: string;
  /** Who added it; null where the operator did. */
  created_by_name: string | null;
}

function sourcesOf(ctx: Context) {
  return ctx.db
    .selectFrom('source')
    .innerJoin('desk', 'desk.id', 'source.desk_id')
    .innerJoin(deskIdsOf(ctx), 'mine.desk_id', 'source.desk_id')
    .leftJoin('person', 'person.id', 'source.created_by')
    .selectAll('source')
    .select([
      'mine.role',
      'desk.name as desk_name',
      'desk.slug as desk_slug',
      'desk.time_zone',
      'person.display_name as created_by_name',
    ]);
}

/** The source of this number in one of the actor's desks. NotFound for strangers and typos alike. */
export async function getSource(ctx: Context, number: number | string): Promise<SourceFound> {
  if (!/^[1-9]\d{0,8}$/.test(String(number))) throw new NotFound();
  const source = await sourcesOf(ctx).where('source.number', '=', Number(number)).executeTakeFirst();
  if (source === undefined) throw new NotFound();
  return source;
}

export interface SourceListed extends SourceFound {
  /** How many uses as evidence stand. */
  uses: number;
}

export interface SourceSearch {
  desk_id?: string | undefined;
  /** Words, each of which the title, address or publisher must hold. */
  words?: string | undefined;
  /** The number of the last source of the page before. */
  before?: number | undefined;
  limit: number;
}

/**
 * The sources of the actor's desks, newest first, a page at a time. One query: it finds the numbers of the page first, so
 * that neither engine sorts a library of fifty thousand cards with all that is on them.
 */
export async function listSources(ctx: Context, search: SourceSearch): Promise<SourceListed[]> {
  const rows = await sourcesOf(ctx)
    .select((eb) => usesOf(eb).as('uses'))
    .where('source.number', 'in', numbersFound(ctx, search))
    .orderBy('source.number', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, uses: Number(row.uses) }));
}

function numbersFound(ctx: Context, { desk_id, words = '', before, limit }: SourceSearch) {
  let query = ctx.db
    .selectFrom('source')
    .select('source.number')
    .where('source.desk_id', 'in', ctx.db.selectFrom(deskIdsOf(ctx)).select('mine.desk_id'));
  if (desk_id !== undefined) query = query.where('source.desk_id', '=', desk_id);
  if (before !== undefined) query = query.where('source.number', '<', before);
  for (const word of foldKey(words).split(' ').filter(Boolean)) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) =>
      eb.or(
        [eb.ref('source.title_key'), eb.fn('lower', ['source.url']), eb.fn('lower', ['source.publisher'])].map(
          (column) => sql<boolean>`${column} like ${pattern} escape '\\'`,
        ),
      ),
    );
  }
  return query.orderBy('source.number', 'desc').limit(limit);
}

function usesOf(eb: ExpressionBuilder<Database, 'source'>) {
  return eb
    .selectFrom('evidence')
    .select((inner) => inner.fn.countAll<number>().as('uses'))
    .whereRef('evidence.source_id', '=', 'source.id')
    .where('evidence.removed_at', 'is', null);
}

/** A source of the desk by its number, or undefined. */
export async function findSourceOfDesk(db: Db, desk_id: string, number: number): Promise<SourceTable | undefined> {
  return db
    .selectFrom('source')
    .selectAll()
    .where('desk_id', '=', desk_id)
    .where('number', '=', number)
    .executeTakeFirst();
}

/** The desk's source with this address, or undefined. */
export async function findSourceByUrl(db: Db, desk_id: string, url: string): Promise<SourceTable | undefined> {
  if (url === '') return undefined;
  return db
    .selectFrom('source')
    .selectAll()
    .where('desk_id', '=', desk_id)
    .where('url', '=', url)
    .orderBy('number')
    .executeTakeFirst();
}

/**
 * The desk's source with this title, or undefined. A call is the same call only within its article: next month's call
 * "at 15:40" is another.
 */
export async function findSourceByTitle(
  db: Db,
  at: { desk_id: string; article_id: string | null },
  source: Pick<SourceTable, 'title' | 'type'>,
): Promise<SourceTable | undefined> {
  const { desk_id, article_id } = at;
  return db
    .selectFrom('source')
    .selectAll()
    .where('desk_id', '=', desk_id)
    .where('title_key', '=', foldKey(source.title))
    .$if(source.type === 'call', (query) =>
      query.where('source.id', 'in', (eb) =>
        eb
          .selectFrom('contact')
          .select('contact.source_id')
          .$castTo<{ source_id: string }>()
          .where('contact.article_id', '=', article_id ?? '')
          .where('contact.source_id', 'is not', null),
      ),
    )
    .orderBy('number')
    .executeTakeFirst();
}

/** From here to the end of the transaction nobody else adds to or changes the library of this desk. */
export async function lockLibrary(db: Db, desk_id: string): Promise<void> {
  await forUpdate(db.selectFrom('desk').select('id').where('id', '=', desk_id)).execute();
}

/** Adds a source with the next number. The caller holds the library's lock. */
export async function insertSource(ctx: Context, desk_id: string, fields: SourceFields): Promise<SourceTable> {
  const source: SourceTable = {
    ...fields,
    id: newId(),
    number: await nextNumber(ctx.db, 'source'),
    desk_id,
    title_key: foldKey(fields.title),
    created_by: ctx.actor.id,
    created_at: ctx.at,
    revision: 1,
  };
  await ctx.db.insertInto('source').values(source).execute();
  return source;
}

/** Changes a source where it still has the revision that the form showed. Says whether it did. */
export async function updateSource(
  db: Db,
  source: Pick<SourceTable, 'id' | 'revision'>,
  fields: SourceFields,
): Promise<boolean> {
  const result = await db
    .updateTable('source')
    .set((eb) => ({ ...fields, title_key: foldKey(fields.title), revision: eb('revision', '+', 1) }))
    .where('id', '=', source.id)
    .where('revision', '=', source.revision)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

/** The articles whose pages show this source, their rows locked, in one order for everybody. */
export async function lockArticlesOfSource(db: Db, source_id: string): Promise<string[]> {
  const users = db
    .selectFrom('article')
    .select('article.id')
    .where((eb) =>
      eb.or([
        eb(
          'article.id',
          'in',
          eb.selectFrom('evidence').select('evidence.article_id').where('source_id', '=', source_id),
        ),
        eb(
          'article.id',
          'in',
          eb.selectFrom('contact').select('contact.article_id').where('source_id', '=', source_id),
        ),
      ]),
    )
    .orderBy('article.id');
  return (await forUpdate(users, 'article').execute()).map((row) => row.id);
}
