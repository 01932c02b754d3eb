// All SQL of articles: no member, no article.
import { noteHead } from '#src/audit/log.ts';
import type { Context } from '#src/context.ts';
import { tellAfterCommit } from '#src/database/after-commit.ts';
import { forUpdate, writesAlone } from '#src/database/engine.ts';
import { updateRow } from '#src/database/rows.ts';
import type { Db } from '#src/database/schema.ts';
import { instruction, statement } from '#src/database/statement.ts';
import { NotFound } from '#src/errors.ts';
import { isId } from '#src/ids.ts';
import { numberIn } from '#src/number-in.ts';
import { type Asker, deskIdsOf } from '#src/people/membership.ts';
import { rolePutAway } from '#src/people/put-away-role.ts';
import type { DeskRole } from '#src/people/tables.ts';
import type { Details } from './details/details.ts';
import { assertNotPutAway } from './put-away.ts';
import type { ArticleTable } from './tables.ts';

export interface ArticleFound extends ArticleTable {
  role: DeskRole;
  desk_name: string;
  desk_slug: string;
  time_zone: string;
  desk_changed_seq: number;
  /** How many events the desk's log has. */
  desk_log_number: number;
  profile_name: string;
}

/** The articles of the actor's desks, each with the actor's role there. Every finder of an article starts here. */
export function articlesOf(ctx: Asker) {
  return ctx.db
    .selectFrom('article')
    .innerJoin('desk', 'desk.id', 'article.desk_id')
    .innerJoin('profile', 'profile.id', 'article.profile_id')
    .innerJoin(deskIdsOf(ctx), 'mine.desk_id', 'article.desk_id')
    .leftJoin('log_chain', 'log_chain.chain', 'article.desk_id')
    .selectAll('article')
    .select(['desk.name as desk_name', 'desk.slug as desk_slug', 'desk.time_zone as time_zone', 'mine.role as role'])
    .select(['desk.changed_seq as desk_changed_seq', 'profile.name as profile_name'])
    .select(({ fn, val }) => fn.coalesce('log_chain.number', val(0)).as('desk_log_number'));
}

/** How an article is found for a verb: its row stays locked until the transaction ends. */
export type ArticleLock = 'lock' | 'lock_though_put_away';

/**
 * The article with this number or id, locked where asked. NotFound for strangers; RuleBroken where it is locked for a verb
 * that is not one of the few that what is put away lets through. Opened to be read, it is put away for its reader's role, too.
 */
export async function getArticle(ctx: Context, id: string | number, lock?: ArticleLock): Promise<ArticleFound> {
  const number = numberIn(id) ?? null;
  if (number === null && !isId(String(id))) throw new NotFound();
  const { kind, id: person_id } = ctx.actor;
  const who = kind === 'operator' ? kind : 'person';
  const by = number === null ? 'id' : 'number';
  const [article] = await find(
    ctx.db,
    { person_id: person_id ?? '', at: number ?? String(id) },
    who,
    by,
    lock ? 'lock' : '',
  );
  if (article === undefined) throw new NotFound();
  if (lock === 'lock') assertNotPutAway(article);
  return lock || article.put_away_at === null ? article : { ...article, role: rolePutAway(article.role) };
}

const find = statement(
  (
    db,
    { person_id, at }: { person_id: string; at: string | number },
    kind: 'operator' | 'person',
    by: 'id' | 'number',
    lock: 'lock' | '',
  ) => {
    const query = articlesOf({ db, actor: { kind, id: person_id } }).where(`article.${by}`, '=', at as never);
    return lock ? forUpdate(query, 'article') : query;
  },
);

/** As lockAhead, for the chain of the article's desk, while the article itself is still being asked for. */
export async function lockHeadOf(db: Db, id: string | number): Promise<void> {
  if (writesAlone(db)) return;
  const number = numberIn(id) ?? null;
  const [head] = await headOf(db, { at: number ?? String(id) }, number === null ? 'id' : 'number');
  if (head !== undefined) noteHead(db, head.chain, head);
}

const headOf = statement((db, { at }: { at: string | number }, by: 'id' | 'number') => {
  const chain = db
    .selectFrom('article')
    .select('article.desk_id')
    .where(`article.${by}`, '=', at as never);
  return forUpdate(db.selectFrom('log_chain').selectAll().where('log_chain.chain', '=', chain));
});

/**
 * Says that something which the article's pages show has changed. Part of every command that changes such a thing. `of_claims`:
 * all that this transaction writes is rows of claims, and what no page reads.
 */
export async function raiseChangedSeq(
  db: Db,
  article_id: string,
  what: 'anything' | 'of_claims' = 'anything',
): Promise<void> {
  await raise(db, { article_id }, what);
  tellAfterCommit(db, article_id);
}

const raise = instruction((db, { article_id }: { article_id: string }, what: 'anything' | 'of_claims') =>
  db
    .updateTable('article')
    .set((eb) => {
      const next = eb('changed_seq', '+', 1);
      return { changed_seq: next, ...(what === 'of_claims' ? {} : { beside_claims_seq: next }) };
    })
    .where('id', '=', article_id),
);

/** Puts it away, or with nulls brings it back; its claims follow by a trigger. */
export async function updatePutAway(
  db: Db,
  id: string,
  put_away: Pick<ArticleTable, 'put_away_at' | 'put_away_by' | 'put_away_reason'>,
): Promise<void> {
  await db.updateTable('article').set(put_away).where('id', '=', id).execute();
}

export async function insertArticle(db: Db, article: ArticleTable): Promise<void> {
  await db.insertInto('article').values(article).execute();
}

/** Saves the details. The caller has locked the row and compared its revision, which goes up by one. */
export async function updateDetails(
  db: Db,
  id: string,
  details: Details &
    Pick<ArticleTable, 'title' | 'title_key' | 'find_key' | 'profile_id' | 'needs_legal' | 'language_guessed'>,
): Promise<void> {
  await updateRow(db, 'article', { id, changes: details, revised: 'revised' });
}
