// All SQL of searching the library: the numbers of a page first, then their whole cards.
import { type ExpressionBuilder, sql } from 'kysely';
import type { Context } from '#src/context.ts';
import type { Database } from '#src/database/schema.ts';
import { itemAt } from '#src/item-at.ts';
import type { DeskFound } from '#src/people/desk-store.ts';
import { deskIdsOf } from '#src/people/membership.ts';
import type { DeskRole } from '#src/people/tables.ts';
import { foldKey } from '#src/text-fields.ts';
import { type SourceFound, sourcesOf } from '../card/store.ts';
import { visibilityOf } from '../confidentiality.ts';
import type { LibrarySearch } from './search.ts';

export interface SourceListed extends SourceFound {
  /** How many uses as evidence stand. */
  uses: number;
}

export interface PageAsked extends LibrarySearch {
  desk_id?: string | undefined;
  /** The actor's desks, where they were asked for already. */
  desks?: readonly DeskFound[] | undefined;
  limit: number;
  offset: number;
}

/**
 * The sources of the actor's desks that the search asks for, a page of them. For guests the confidential ones are not there:
 * no word, filter or page tells that there are any.
 */
export async function listSources(ctx: Context, asked: PageAsked): Promise<SourceListed[]> {
  const desks = await desksAsked(ctx, asked);
  if (desks.length === 0) return [];
  // Of the many that a search may find, neither engine then carries whole cards about.
  const numbers = (await numbersAsked(ctx, asked, desks).execute()).map((row) => row.number);
  if (numbers.length === 0) return [];
  const rows = await sourcesOf(ctx)
    .select((eb) => usesOf(eb).as('uses'))
    .where('source.number', 'in', numbers)
    .execute();
  const by_number = new Map(rows.map((row) => [row.number, { ...row, uses: Number(row.uses) }]));
  return numbers.flatMap((number) => by_number.get(number) ?? []);
}

/** The numbers of all cards that the search asks for, in its order, of the actor's desks as listSources sees them. */
export async function listNumbers(
  ctx: Context,
  asked: LibrarySearch & { desk_id?: string | undefined },
): Promise<number[]> {
  const desks = await desksAsked(ctx, asked);
  if (desks.length === 0) return [];
  const rows = await numbersAsked(ctx, { ...asked, limit: ALL, offset: 0 }, desks).execute();
  return rows.map((row) => row.number);
}

const ALL = 1_000_000_000;

interface DeskAsked {
  desk_id: string;
  role: DeskRole;
}

async function desksAsked(
  ctx: Context,
  { desk_id, desks }: Pick<PageAsked, 'desk_id' | 'desks'>,
): Promise<DeskAsked[]> {
  const known = desks?.map(({ id, role }) => ({ desk_id: id, role }));
  if (known !== undefined) return known.filter((desk) => desk_id === undefined || desk.desk_id === desk_id);
  return ctx.db
    .selectFrom(deskIdsOf(ctx))
    .select(['mine.desk_id', 'mine.role'])
    .$if(desk_id !== undefined, (query) => query.where('mine.desk_id', '=', desk_id as string))
    .execute();
}

/** One desk is asked for as one: both engines then walk its index in the order of the page and stop when it is full. */
function numbersAsked(ctx: Context, asked: PageAsked, desks: DeskAsked[]) {
  const ids = desks.map((desk) => desk.desk_id);
  const inside = desks.filter((desk) => visibilityOf(desk.role) === 'inside').map((desk) => desk.desk_id);
  const base = ctx.db
    .selectFrom('source')
    .select('source.number')
    .$if(ids.length === 1, (query) => query.where('source.desk_id', '=', itemAt(ids, 0)))
    .$if(ids.length > 1, (query) => query.where('source.desk_id', 'in', ids))
    .$if(inside.length === 0, (query) => query.where('is_confidential', '=', 0))
    .$if(inside.length > 0 && inside.length < ids.length, (query) =>
      query.where((eb) => eb.or([eb('is_confidential', '=', 0), eb('source.desk_id', 'in', inside)])),
    )
    .where((eb) => eb.and(conditionsOf(eb, asked)));
  const ordered =
    asked.order === 'title'
      ? base.orderBy('source.title_key').orderBy('source.number')
      : base.orderBy('source.number', asked.order === 'oldest' ? 'asc' : 'desc');
  // A limit that is told with each question is guessed at, and then planned with each time.
  const limited = ordered.limit(sql.lit(asked.limit));
  return asked.offset === 0 ? limited : limited.offset(asked.offset);
}

function conditionsOf(eb: ExpressionBuilder<Database, 'source'>, asked: PageAsked) {
  const { type, proximity, confidence, uses, with_interest, added_by, added_from, added_to } = asked;
  const is_used = eb.exists(usesOf(eb).clearSelect().select(sql.lit(1).as('one')));
  return [
    ...wordConditions(eb, asked.words),
    type !== '' && eb('type', '=', type),
    proximity === 'unsaid' && eb('proximity', 'is', null),
    proximity !== '' && proximity !== 'unsaid' && eb('proximity', '=', proximity),
    confidence === 'open' && eb('is_confidential', '=', 0),
    // A confidential source has an alias, and the aliases have an index.
    confidence === 'confidential' && sql<boolean>`${eb.ref('alias')} <> ''`,
    uses === 'used' && is_used,
    uses === 'unused' && eb.not(is_used),
    with_interest && sql<boolean>`${eb.ref('interest')} <> ''`,
    added_by !== null && eb('created_by', '=', eb.selectFrom('person').select('id').where('number', '=', added_by)),
    added_from !== '' && eb('source.created_at', '>=', added_from),
    added_to !== '' && eb('source.created_at', '<=', `${added_to}T99`),
  ].filter((condition) => condition !== false);
}

/** Every word stands somewhere on the card, in whatever letters; a number may also be the card's own. */
function wordConditions(eb: ExpressionBuilder<Database, 'source'>, words: string) {
  return foldKey(words)
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
      const stands = sql<boolean>`${eb.ref('source.search_text')} like ${pattern} escape '\\'`;
      const number = /^#?([1-9]\d{0,8})$/.exec(word)?.[1];
      return number === undefined ? stands : eb.or([stands, eb('source.number', '=', Number(number))]);
    });
}

function usesOf(eb: ExpressionBuilder<Database, 'source'>) {
  return eb
    .selectFrom('evidence')
    .select((inner) => inner.fn.countAll<number>().as('uses'))
    .whereRef('evidence.source_id', '=', 'source.id')
    .where('evidence.removed_at', 'is', null);
}
