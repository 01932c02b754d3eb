// All SQL of the desk's own rounds: which sources are due, and which are passed over.
import type { Db } from '#src/database/schema.ts';
import type { Due } from './round-rules.ts';

/** The desks that capture their sources again. */
export function listDesksOnRounds(db: Db) {
  return db.selectFrom('desk').select(['id', 'slug', 'capture_days']).where('capture_days', '>', 0).execute();
}

export async function isUnderWay(db: Db, { kind, desk_id }: { kind: string; desk_id: string }): Promise<boolean> {
  const job = await db
    .selectFrom('job')
    .select('id')
    .where('kind', '=', kind)
    .where('desk_id', '=', desk_id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return job !== undefined;
}

export interface DueFound extends Due {
  is_confidential: 0 | 1;
  /** Whether an article uses it that is in hand, or was put away after a moment. */
  is_used: boolean;
}

/** Sources of the desk whose turn has come, those first that were not looked at for longest. */
export async function listDue(
  db: Db,
  {
    desk_id,
    before,
    now,
    put_away_after,
    limit,
  }: Record<'desk_id' | 'before' | 'now' | 'put_away_after', string> & {
    limit: number;
  },
): Promise<DueFound[]> {
  const of = (column: 'retry_at' | 'looked_at', until: string) =>
    db
      .selectFrom('source_watch')
      .innerJoin('source', 'source.id', 'source_watch.source_id')
      .select(['source.id', 'source.url', 'source.is_confidential'])
      .select(({ exists, selectFrom }) =>
        exists(
          selectFrom('evidence')
            .innerJoin('article', 'article.id', 'evidence.article_id')
            .select('evidence.id')
            .whereRef('evidence.source_id', '=', 'source.id')
            .where('evidence.removed_at', 'is', null)
            .where((eb) =>
              eb.or([eb('article.put_away_at', 'is', null), eb('article.put_away_at', '>', put_away_after)]),
            ),
        ).as('is_used'),
      )
      .where('source_watch.desk_id', '=', desk_id)
      .where(`source_watch.${column}`, '<=', until)
      .orderBy(`source_watch.${column}`)
      .limit(limit)
      .execute();
  const rows = [...(await of('retry_at', now)), ...(await of('looked_at', before))];
  return [...new Map(rows.map((row) => [row.id, { ...row, is_used: Boolean(row.is_used) }])).values()];
}

/** Lets these have their turn again later, though nothing was captured. */
export async function updateLookedAt(db: Db, ids: readonly string[], at: string): Promise<void> {
  if (ids.length === 0) return;
  await db.updateTable('source_watch').set({ looked_at: at, retry_at: null }).where('source_id', 'in', ids).execute();
}

/** The number of a source that is still to be captured by its desk alone; undefined where that was turned off meanwhile. */
export function findOnRound(db: Db, id: string) {
  return db
    .selectFrom('source')
    .innerJoin('desk', 'desk.id', 'source.desk_id')
    .select(['source.number', 'source.url'])
    .where('source.id', '=', id)
    .where('source.is_confidential', '=', 0)
    .where('source.url', '<>', '')
    .where('desk.capture_days', '>', 0)
    .executeTakeFirst();
}
