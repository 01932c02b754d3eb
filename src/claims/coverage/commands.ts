// The verbs of reading: ticks, nothing to check, and who reads which paragraph.

import { type ArticleFound, getGround, getLatestVersion } from '#src/articles/store.ts';
import { onArticle } from '#src/articles/with-article.ts';
import type { EventVerb } from '#src/audit/events.ts';
import { record } from '#src/audit/log.ts';
import { listEntriesOfSubjects } from '#src/audit/store.ts';
import type { Context } from '#src/context.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { assertMay, may, refusalOf } from '#src/people/permissions.ts';
import { rangesTouching } from '#src/reading/text/range.ts';
import { type LatestRange, latestParagraph, latestRange } from '../analysis/resolve-selection.ts';
import { assertWorksHere } from '../assignee.ts';
import { onArticleRead } from '../read-then-transact.ts';
import type { Selection } from '../selection.ts';
import { assignClaimsInRange } from '../store.ts';
import {
  deleteInitials,
  deleteTick,
  findTick,
  insertInitials,
  insertTick,
  isTickOfArticle,
  listInitials,
  replaceParagraphAssignee,
} from './store.ts';

/** Ticks words as right, with what the person knows it from. The same words ticked again stay ticked once. */
export function tickWords(
  ctx: Context,
  article_id: string,
  input: { selection: Selection; note: string },
): Promise<void> {
  const read = async (ctx: Context, article: ArticleFound) => {
    assertReads(ctx, article);
    return latestRange(ctx, article, input.selection);
  };
  const work = async (ctx: Context, article: ArticleFound, { ground, range }: LatestRange) => {
    const person_id = assertReads(ctx, article);
    const tick = { id: newId(), version_id: ground.version.id, ...range, person_id, at: ctx.at, note: input.note };
    if (!(await insertTick(ctx.db, tick))) return;
    await recordOnArticle(ctx, article, {
      verb: 'words.ticked',
      subject: `tick:${tick.id}`,
      after: { ...range, words: ground.text.slice(range.start, range.end), note: tick.note },
    });
  };
  return onArticleRead(ctx, article_id, { read, work });
}

/** Takes a tick back; one that is gone already is no error. */
export function removeTick(ctx: Context, article_id: string, tick_id: string): Promise<void> {
  return onArticle(ctx, article_id, async (ctx, article) => {
    assertReads(ctx, article);
    const version = await getLatestVersion(ctx.db, article);
    const tick = await findTick(ctx.db, { id: tick_id, version_id: version.id });
    if (tick === undefined) {
      if (await isTickOfArticle(ctx.db, { id: tick_id, article_id: article.id }))
        throw new RuleBroken(
          'A new version came in since you opened this page. Open it again, and take the tick back there.',
        );
      if ((await listEntriesOfSubjects(ctx.db, { article_id: article.id, subjects: [`tick:${tick_id}`] })).length === 0)
        throw new NotFound();
      return;
    }
    await deleteTick(ctx.db, tick.id);
    const words = version.text.slice(tick.start, tick.end);
    const before = { start: tick.start, end: tick.end, words, note: tick.note };
    await recordOnArticle(ctx, article, { verb: 'words.tick_removed', subject: `tick:${tick.id}`, before });
  });
}

/** Which sentences: those a selection touches, or a whole paragraph. */
export type Stretch = { selection: Selection } | { paragraph: number; version?: number | undefined };

/** Initials sentences as nothing to check. Returns how many were not initialled before. */
export function initialSentences(ctx: Context, article_id: string, stretch: Stretch): Promise<number> {
  return onStretch(ctx, article_id, stretch, async (ctx, article, { version, sentences }) => {
    const person_id = assertReads(ctx, article);
    const known = new Set((await listInitials(ctx.db, version.id)).map((initial) => initial.sentence_id));
    const fresh = sentences.filter((sentence) => !known.has(sentence.id));
    if (fresh.length === 0) return 0;
    await insertInitials(
      ctx.db,
      fresh.map((sentence) => ({ sentence_id: sentence.id, person_id, at: ctx.at })),
    );
    const after = { sentences: fresh.map((sentence) => sentence.number) };
    await recordOnArticle(ctx, article, { verb: 'sentence.initialled', subject: `version:${version.id}`, after });
    return fresh.length;
  });
}

/** Takes initials back, whoever gave them: the sentences are unread again. */
export function removeInitials(ctx: Context, article_id: string, stretch: Stretch): Promise<void> {
  return onStretch(ctx, article_id, stretch, async (ctx, article, { version, sentences }) => {
    const known = new Set((await listInitials(ctx.db, version.id)).map((initial) => initial.sentence_id));
    const given = sentences.filter((sentence) => known.has(sentence.id));
    if (given.length === 0) return;
    await deleteInitials(
      ctx.db,
      given.map((sentence) => sentence.id),
    );
    const before = { sentences: given.map((sentence) => sentence.number) };
    await recordOnArticle(ctx, article, { verb: 'sentence.initial_removed', subject: `version:${version.id}`, before });
  });
}

/** Gives paragraphs to a person, or with null to nobody: the claims that stand there and those that will be marked there. */
export function assignParagraphs(
  ctx: Context,
  article_id: string,
  input: { paragraphs: number[]; assignee_id: string | null; version?: number | undefined },
): Promise<void> {
  return onArticle(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'assign_work');
    if (input.assignee_id !== null) await assertWorksHere(ctx, article, input.assignee_id);
    const { version, sentences } = await getGround(ctx.db, article);
    if (input.version !== undefined && input.version < version.number)
      throw new RuleBroken(
        'A new version came in since you opened this page, and its paragraphs may be others. Open it again.',
      );
    const paragraphs = new Set(input.paragraphs);
    const meant = sentences.filter((sentence) => paragraphs.has(sentence.paragraph));
    if (meant.length === 0) throw new RuleBroken('Choose at least one paragraph.', 'paragraphs');
    await replaceParagraphAssignee(ctx.db, { version_id: version.id, paragraphs: [...paragraphs] }, input.assignee_id);
    for (const sentence of meant) await assignClaimsInRange(ctx.db, sentence, input.assignee_id);
    await recordOnArticle(ctx, article, {
      verb: 'claim.assigned',
      subject: `version:${version.id}`,
      after: { paragraphs: [...paragraphs], assignee_id: input.assignee_id },
    });
  });
}

/** Reading is a person's: guests only look on, and the operator has no initials. */
function assertReads(ctx: Context, article: ArticleFound): string {
  if (ctx.actor.id === null || !may(article.role, 'initial_text')) throw new Forbidden(refusalOf('initial_text'));
  return ctx.actor.id;
}

type SentencesMeant = Awaited<ReturnType<typeof stretchOf>>;

/** Finds the sentences before the transaction opens, and has them worked on in it. */
function onStretch<Result>(
  ctx: Context,
  article_id: string,
  stretch: Stretch,
  work: (ctx: Context, article: ArticleFound, meant: SentencesMeant) => Promise<Result>,
): Promise<Result> {
  const read = async (ctx: Context, article: ArticleFound) => {
    assertReads(ctx, article);
    return stretchOf(ctx, article, stretch);
  };
  return onArticleRead(ctx, article_id, { read, work });
}

async function stretchOf(ctx: Context, article: ArticleFound, stretch: Stretch) {
  const { ground, range } =
    'paragraph' in stretch
      ? await latestParagraph(ctx, article, stretch)
      : await latestRange(ctx, article, stretch.selection);
  const sentences = rangesTouching(ground.sentences, range);
  if (sentences.length === 0) throw new NotFound();
  return { version: ground.version, sentences };
}

function recordOnArticle(
  ctx: Context,
  article: ArticleFound,
  event: { verb: EventVerb; subject: string; before?: object; after?: object },
): Promise<void> {
  return record(ctx, { chain: article.desk_id, article_id: article.id, ...event });
}
