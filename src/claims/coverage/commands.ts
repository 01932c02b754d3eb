// The verbs of initials: nothing to check here, and taking that back.
import type { ArticleFound } from '#src/articles/store.ts';
import type { SentenceTable } from '#src/articles/tables.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { recordOnArticle } from '#src/articles/with-article.ts';
import type { Context } from '#src/context.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { may, refusalOf } from '#src/people/permissions.ts';
import { mergedRanges, placedRanges, rangesTouching } from '#src/reading/text/range.ts';
import { latestParagraph, latestRange } from '../analysis/resolve-selection.ts';
import { listFigures } from '../figure-store.ts';
import { readThenTransact } from '../read-then-transact.ts';
import type { Selection } from '../selection.ts';
import { listClaims } from '../store.ts';
import { isContested, numberInDispute } from './never-covered.ts';
import { deleteInitials, insertInitials, listInitials, listTicks } from './store.ts';

/** Which sentences: those a selection touches, a whole paragraph, or these. */
export type Stretch =
  | { selection: Selection }
  | { paragraph: number; version?: number | undefined }
  | { sentences: readonly number[]; version?: number | undefined };

/**
 * Initials sentences as nothing to check. Returns how many were not initialled before. RuleBroken, and none is initialled, where
 * one has a number in dispute that nobody has marked or ticked: that is something to check.
 */
export function initialSentences(ctx: Context, article_id: string, stretch: Stretch): Promise<number> {
  return onStretch(ctx, article_id, stretch, async (ctx, article, { ground, version, sentences }) => {
    const person_id = assertReads(ctx, article);
    const known = new Set((await listInitials(ctx.db, version.id)).map((initial) => initial.sentence_id));
    const fresh = sentences.filter((sentence) => !known.has(sentence.id));
    if (fresh.length === 0) return 0;
    await assertNothingInDispute(ctx, article, { ground, sentences: fresh });
    await insertInitials(
      ctx.db,
      fresh.map((sentence) => ({ sentence_id: sentence.id, person_id, at: ctx.at })),
    );
    const after = { sentences: fresh.map((sentence) => sentence.number) };
    await recordOnArticle(ctx, article, { verb: 'sentence.initialled', subject: `version:${version.id}`, after });
    return fresh.length;
  });
}

async function assertNothingInDispute(
  { db }: Context,
  article: ArticleFound,
  { ground, sentences }: Pick<SentencesMeant, 'ground' | 'sentences'>,
): Promise<void> {
  const at = { article_id: article.id, version_id: ground.version.id };
  const claims = (await listClaims(db, at)).filter(({ state }) => state !== 'withdrawn');
  if (!claims.some(isContested)) return;
  const figures = Map.groupBy(await listFigures(db, at.version_id), (figure) => figure.claim_id);
  const contested = claims.map((claim) => ({ ...claim, figures: figures.get(claim.id) ?? [] }));
  const settled = mergedRanges([...placedRanges(claims), ...(await listTicks(db, at.version_id))]);
  for (const sentence of sentences) {
    const found = numberInDispute(ground.text, sentence, { claims: contested, settled, language: article.language });
    if (found !== null)
      throw new RuleBroken(
        `Nothing was initialled: “${found.words}” in sentence ${sentence.number} is a number in dispute, see claim ${found.claim_number}. Tick it, or mark it as a claim.`,
        'words',
      );
  }
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

/** Reading is a person's: guests only look on, and the operator has no initials. */
export function assertReads(ctx: Context, article: ArticleFound): string {
  if (ctx.actor.id === null || !may(article.role, 'initial_text'))
    throw new Forbidden(refusalOf('initial_text', article.role));
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
  return readThenTransact(ctx, article_id, { read, work });
}

async function stretchOf(ctx: Context, article: ArticleFound, stretch: Stretch) {
  if ('sentences' in stretch) return theseSentences(ctx, article, stretch);
  const { ground, range } =
    'paragraph' in stretch
      ? await latestParagraph(ctx, article, stretch)
      : await latestRange(ctx, article, stretch.selection);
  const sentences = rangesTouching(ground.sentences, range);
  if (sentences.length === 0) throw new NotFound();
  return { ground, version: ground.version, sentences };
}

async function theseSentences(
  ctx: Context,
  article: ArticleFound,
  { sentences: numbers, version }: { sentences: readonly number[]; version?: number | undefined },
) {
  if (numbers.length === 0) throw new RuleBroken('Select at least one sentence.', 'words');
  const meant = new Set<SentenceTable>();
  for (const sentence of numbers) {
    const { ground, range } = await latestRange(ctx, article, { sentence, version });
    for (const one of rangesTouching(ground.sentences, range)) meant.add(one);
  }
  const ground = await getVersionText(ctx.db, article);
  return { ground, version: ground.version, sentences: [...meant] };
}
