// The verb of a new version: every claim finds its place in it, and some are to be checked again.
import type { AssembledVersion } from '#src/articles/article.ts';
import { titleOf } from '#src/articles/article-title.ts';
import { titleAndKeys } from '#src/articles/commands.ts';
import { askForReading } from '#src/articles/reading-commands.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import type { SentenceTable } from '#src/articles/tables.ts';
import { followOriginals } from '#src/articles/version-original.ts';
import { insertVersion, updateLatestVersion } from '#src/articles/version-store.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { recordOnArticle } from '#src/articles/with-article.ts';
import type { Context } from '#src/context.ts';
import { newId } from '#src/ids.ts';
import { cleanLine } from '#src/text-fields.ts';
import { sentenceChangesIn } from '../analysis/sentence-pairs.ts';
import { ConcurrentRevision, readThenTransact } from '../read-then-transact.ts';
import { type CarriedCounts, carryInto } from './carry.ts';
import { listSought, standsAsIn } from './read.ts';
import { type Revision, readRevision } from './read-revision.ts';

export interface Revised extends CarriedCounts {
  number: number;
  /** False where this very form was sent before: nothing was done. */
  is_new: boolean;
  /** What later subjects say of it. */
  said: string[];
}

/**
 * Brings the next version of an article: stores its text, places every claim in it, carries ticks, initials and readers
 * that still hold, and sets claims to check again whose sentence or speaker changed. The same form sent twice makes one
 * version. Throws NotFound, Forbidden (guests), TooLarge, RuleBroken (no text; the text that is there already), and
 * StaleEdit where somebody else brought a version first. The texts are read before the transaction opens: while that takes
 * long nobody waits, and where claims were placed meanwhile they are followed again.
 */
export function reviseArticle(ctx: Context, article_id: string | number, input: Revision): Promise<Revised> {
  return readThenTransact(ctx, article_id, {
    read: (ctx, article) => readRevision(ctx, article, input),
    work: async (ctx, article, { before, text, follow, placed }) => {
      if (follow === null) return { number: before.version.number, is_new: false, said: [], ...NOTHING_CARRIED };
      const sought = await listSought(ctx.db, { article_id: article.id, version_id: before.version.id });
      if (!standsAsIn(sought, follow.sought)) throw new ConcurrentRevision();
      const after = await storeVersion(ctx, article, { text, note: cleanLine(input.note ?? ''), before });
      const documents = { after: after.version, proposed: follow.proposed, draft: input.draft ?? '', ...placed };
      const original_sha256 = await followOriginals(ctx, article, documents);
      const counts = await carryInto(ctx, article, { before, after, sought, followed: follow.followed });
      await recordRevision(ctx, article, { before, after, counts, original_sha256 });
      await askForReading(ctx, article);
      const changes = sentenceChangesIn(follow.followed.sentences, before);
      const said: string[] = [];
      for (const then of input.on_revised ?? [])
        said.push(await then(ctx, article, { before, after, changes, typed: input.typed }));
      const asked = { comments: placed.asked, version: { id: after.version.id, text: after.text } };
      if (placed.asked.length > 0) said.push((await input.ask_comments?.(ctx, article, asked)) ?? '');
      return { number: after.version.number, is_new: true, said: said.filter(Boolean), ...counts };
    },
  });
}

const NOTHING_CARRIED: CarriedCounts = { exact: 0, moved: 0, changed: 0, lost: 0, check_again: [] };

async function storeVersion(
  ctx: Context,
  article: ArticleFound,
  { text, note, before }: { text: AssembledVersion; note: string; before: VersionText },
): Promise<VersionText> {
  const id = newId();
  const version = {
    id,
    article_id: article.id,
    desk_id: article.desk_id,
    number: before.version.number + 1,
    sha256: text.sha256,
    text: text.text,
    length: text.text.length,
    note,
    created_at: ctx.at,
    created_by: ctx.actor.id,
  };
  const parts = text.parts.map((part) => ({ version_id: id, ...part }));
  const sentences: SentenceTable[] = text.sentences.map((sentence) => ({ id: newId(), version_id: id, ...sentence }));
  await insertVersion(ctx.db, version, { parts, sentences });
  // A title that nobody chose follows its headline; one that the desk gave stays.
  const wasOfText = article.title === titleOf({ ...before, sha256: '' });
  const title = wasOfText ? titleOf(text) : article.title;
  const latest = { latest_version_number: version.number, ...titleAndKeys(title, article.byline) };
  await updateLatestVersion(ctx.db, article.id, latest);
  return { version, text: text.text, parts, sentences };
}

async function recordRevision(
  ctx: Context,
  article: ArticleFound,
  {
    before,
    after,
    counts,
    original_sha256,
  }: { before: VersionText; after: VersionText; counts: CarriedCounts; original_sha256: string | undefined },
): Promise<void> {
  const said = ({ version: { number, sha256, length } }: VersionText) => ({ version: number, sha256, length });
  await recordOnArticle(ctx, article, {
    verb: 'article.revised',
    before: said(before),
    after: {
      ...said(after),
      note: after.version.note,
      claims: { ...counts },
      ...(original_sha256 ? { original_sha256 } : {}),
    },
  });
}
