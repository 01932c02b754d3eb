// Asks for what nobody has read yet: after a restore, or with a program that reads otherwise.
import { type Context, systemContext } from '#src/context.ts';
import { askForJob } from '#src/jobs/commands.ts';
import { isAskedFor } from '#src/jobs/store.ts';
import { othersTurn } from '#src/others-turn.ts';
import { url } from '#src/paths.ts';
import { listInWorkBefore } from './reading-store.ts';

export const UNREAD_JOB = 'article.unread';

/** So many articles are looked at in one statement. */
const AT_A_TIME = 100;
/** Behind every id. */
const NEWEST = '~';

/** Has all articles in work read that are not, by one job for the whole desk; nothing where they are, or where it is asked for. */
export async function askForUnread(ctx: Context): Promise<void> {
  const { done } = await unreadArticles(ctx).next();
  if (done || (await isAskedFor(ctx.db, UNREAD_JOB))) return;
  const wanted = {
    kind: UNREAD_JOB,
    desk_id: null,
    title: 'Reading articles in work',
    back: url('articles'),
    input: {},
  };
  await askForJob(systemContext(ctx.db, ctx.at), wanted);
}

/** The ids of the articles in work that are still to be read, the newest first; others have their turn between some and some. */
export async function* unreadArticles({ db }: Pick<Context, 'db'>): AsyncGenerator<string> {
  let before: string | undefined = NEWEST;
  while (before !== undefined) {
    const some = await listInWorkBefore(db, before, AT_A_TIME);
    for (const { id, is_read } of some) if (!is_read) yield id;
    before = some.at(-1)?.id;
    await othersTurn();
  }
}
