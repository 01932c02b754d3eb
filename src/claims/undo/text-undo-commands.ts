// The verbs that take back what was done to the text itself: a tick, initials, a dismissed suggestion.
import type { ArticleFound } from '#src/articles/store.ts';
import { getLatestVersion, getVersionText } from '#src/articles/version-text-store.ts';
import { recordOnArticle } from '#src/articles/with-article.ts';
import type { Context } from '#src/context.ts';
import { wordFor } from '#src/counted.ts';
import { RuleBroken } from '#src/errors.ts';
import { deleteInitials, deleteTick, findTick, listInitials } from '../coverage/store.ts';
import { deleteDecision, listDecisions } from '../suggestions/store.ts';
import type { TakenBack, Undoing } from './undoable.ts';

const NEW_VERSION = 'A new version came in since, so it is not taken back in one step. Look at the text as it is now.';

/** RuleBroken where somebody took the tick back, or a new version came. */
export async function undoTick(ctx: Context, article: ArticleFound, { deed, undoes }: Undoing): Promise<TakenBack> {
  const version = await getLatestVersion(ctx.db, article);
  const tick = await findTick(ctx.db, { id: deed.subject.slice('tick:'.length), version_id: version.id });
  const words = String(deed.after?.words ?? '');
  if (tick === undefined)
    throw new RuleBroken(`Your tick on “${words}” is gone: it was removed, or a new version came in.`);
  await deleteTick(ctx.db, tick.id);
  const before = { start: tick.start, end: tick.end, words, note: tick.note };
  await recordOnArticle(ctx, article, { verb: 'words.tick_removed', subject: deed.subject, before, after: { undoes } });
  return { said: `Undone: your tick on “${words}”.`, claim: null };
}

/** RuleBroken where none of the sentences has this person's initials any more, or a new version came. */
export async function undoInitials(ctx: Context, article: ArticleFound, { deed, undoes }: Undoing): Promise<TakenBack> {
  const ground = await getVersionText(ctx.db, article);
  if (deed.subject !== `version:${ground.version.id}`) throw new RuleBroken(NEW_VERSION);
  const numbers = new Set(Array.isArray(deed.after?.sentences) ? deed.after.sentences : []);
  const own = (await listInitials(ctx.db, ground.version.id)).filter((one) => one.person_id === ctx.actor.id);
  const theirs = new Set(own.map((one) => one.sentence_id));
  const sentences = ground.sentences.filter((one) => numbers.has(one.number) && theirs.has(one.id));
  if (sentences.length === 0) throw new RuleBroken('Your initials were taken back already.');
  await deleteInitials(
    ctx.db,
    sentences.map((one) => one.id),
  );
  const before = { sentences: sentences.map((one) => one.number) };
  await recordOnArticle(ctx, article, {
    verb: 'sentence.initial_removed',
    subject: deed.subject,
    before,
    after: { undoes },
  });
  const which = `${wordFor(sentences.length, 'sentence', 'sentences')} ${before.sentences.join(', ')}`;
  return { said: `Undone: your initials on ${which}.`, claim: null };
}

/** RuleBroken where the suggestion is not dismissed any more, or a new version came. */
export async function undoDismissal(
  ctx: Context,
  article: ArticleFound,
  { deed, undoes }: Undoing,
): Promise<TakenBack> {
  const version = await getLatestVersion(ctx.db, article);
  if (deed.subject !== `version:${version.id}`) throw new RuleBroken(NEW_VERSION);
  const [start, end, words] = [Number(deed.after?.start), Number(deed.after?.end), String(deed.after?.words ?? '')];
  const decided = (await listDecisions(ctx.db, version.id)).find((one) => one.start === start && one.end === end);
  if (!decided?.dismissed_at || decided.dismissed_by !== ctx.actor.id)
    throw new RuleBroken(`Somebody has decided about “${words}” since, so your dismissal is not taken back.`);
  await deleteDecision(ctx.db, { version_id: version.id, start, end });
  const before = { start, end, words };
  await recordOnArticle(ctx, article, {
    verb: 'suggestion.restored',
    subject: deed.subject,
    before,
    after: { undoes },
  });
  return { said: `“${words}” is suggested again.`, claim: null };
}
