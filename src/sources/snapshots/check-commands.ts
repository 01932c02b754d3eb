// The verbs that look at saved copies, and note what was found.
import { raiseChangedSeq } from '#src/articles/store.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { lockArticlesOfSource } from '../card/articles-of-source-store.ts';
import { type Altered, alteredIn } from './altered.ts';
import { findAltered, updateAltered } from './check-store.ts';
import { listSnapshotsOfArticle } from './saved-copy-store.ts';
import { lockSnapshot } from './store.ts';
import type { SnapshotTable } from './tables.ts';

/**
 * Looks at a copy and notes what was found, where that is news: in the log, and on every page that shows it. Gives back
 * what is altered.
 */
export async function checkCopy(ctx: Context, snapshot: SnapshotTable): Promise<Altered[]> {
  const altered = await alteredIn(ctx.db, snapshot);
  if (altered.length > 0 !== (snapshot.altered_at !== null)) await noteFinding(ctx, snapshot, altered);
  return altered;
}

/**
 * Looks at all copies on which an article rests, as before each export of its report. True where something was noted: the
 * article that the caller has found is one of before then.
 */
export async function checkCopiesOfArticle(ctx: Context, article_id: string): Promise<boolean> {
  let is_news = false;
  for (const snapshot of await listSnapshotsOfArticle(ctx.db, article_id)) {
    const altered = await checkCopy(ctx, snapshot);
    is_news ||= altered.length > 0 !== (snapshot.altered_at !== null);
  }
  return is_news;
}

async function noteFinding(ctx: Context, snapshot: SnapshotTable, altered: Altered[]): Promise<void> {
  await transact(ctx, async (ctx) => {
    const articles = await lockArticlesOfSource(ctx.db, snapshot.source_id);
    await lockSnapshot(ctx.db, snapshot.id);
    const known = await findAltered(ctx.db, snapshot.id);
    if (known === undefined || (known.altered_at !== null) === altered.length > 0) return;
    const is_altered = altered.length > 0;
    await updateAltered(ctx.db, snapshot.id, is_altered ? ctx.at : null);
    await record(ctx, {
      chain: snapshot.desk_id,
      verb: is_altered ? 'snapshot.found_altered' : 'snapshot.found_whole',
      subject: `snapshot:${snapshot.id}`,
      after: { number: snapshot.number, altered },
    });
    for (const article_id of articles) await raiseChangedSeq(ctx.db, article_id);
  });
}
