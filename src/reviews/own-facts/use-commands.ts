// The verbs of what is made of an answer on own facts: evidence of a claim, nothing, or only noted.
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { recordOnArticle, withArticle } from '#src/articles/with-article.ts';
import { getClaim, listClaims, type PlacedClaim } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { Forbidden, RuleBroken } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { numbersOfSources } from '#src/evidence/store.ts';
import { needed } from '#src/item-at.ts';
import { assertMay } from '#src/people/permissions.ts';
import { keepSource } from '#src/sources/commands.ts';
import {
  deleteFactsUse,
  type FactsAnswerFound,
  findFactsUse,
  getFactsAnswer,
  insertFactsUse,
  updateFactsAnswer,
} from './answer-store.ts';
import { claimsOn } from './facts.ts';
import { openCardOf, useOf } from './facts-card.ts';

export interface UsePlace {
  answer_id: string;
  /** The number of the claim. */
  claim: number;
}

/**
 * Uses an answer as evidence of a claim that its sentence holds: for it or against it. Taking it twice is taking it once.
 * Forbidden for guests; RuleBroken where the claim is not on those words any more, or is done or dropped.
 */
export function takeFactsUse(ctx: Context, article_id: string | number, at: UsePlace): Promise<void> {
  return onAnswer(ctx, article_id, at.answer_id, async (ctx, { article, answer }) => {
    const claim = await claimOn(ctx, article, { answer, number: at.claim });
    const known = await findFactsUse(ctx.db, { answer_id: answer.id, claim_id: claim.id });
    if (known?.decision === 'taken') return;
    const source_number = await sourceOf(ctx, article, answer);
    const use = { number: claim.number, source_number, ...useOf(answer, article) };
    const { id: evidence_id } = await addEvidence(ctx, article.id, use);
    if (known) await deleteFactsUse(ctx.db, known);
    await insertFactsUse(ctx.db, { ...decided(ctx, answer, claim), decision: 'taken', evidence_id });
    await note(ctx, answer);
    const after = { claim: claim.number, source: source_number };
    await recordOnArticle(ctx, article, { verb: 'facts.use_taken', subject: `facts_answer:${answer.id}`, after });
  });
}

/** Remembers that an answer says nothing to a claim. Doing it twice is doing it once. */
export function dismissFactsUse(ctx: Context, article_id: string | number, at: UsePlace): Promise<void> {
  return onAnswer(ctx, article_id, at.answer_id, async (ctx, { article, answer }) => {
    const claim = await getClaim(ctx.db, article, { number: at.claim });
    const known = await findFactsUse(ctx.db, { answer_id: answer.id, claim_id: claim.id });
    if (known?.decision === 'dismissed') return;
    if (known) throw new RuleBroken('Somebody has already used this answer. Remove it from its claim if it is no use.');
    await insertFactsUse(ctx.db, { ...decided(ctx, answer, claim), decision: 'dismissed', evidence_id: null });
    await note(ctx, answer);
    const after = { claim: claim.number };
    await recordOnArticle(ctx, article, { verb: 'facts.use_dismissed', subject: `facts_answer:${answer.id}`, after });
  });
}

/** Offers a dismissed answer again. Doing it twice is doing it once. */
export function restoreFactsUse(ctx: Context, article_id: string | number, at: UsePlace): Promise<void> {
  return onAnswer(ctx, article_id, at.answer_id, async (ctx, { article, answer }) => {
    const claim = await getClaim(ctx.db, article, { number: at.claim });
    const known = await findFactsUse(ctx.db, { answer_id: answer.id, claim_id: claim.id });
    if (known?.decision !== 'dismissed') return;
    await deleteFactsUse(ctx.db, known);
    const before = { claim: claim.number };
    await recordOnArticle(ctx, article, { verb: 'facts.use_restored', subject: `facts_answer:${answer.id}`, before });
  });
}

/** Says that somebody has read an answer, whatever is made of it. Doing it twice is doing it once. */
export function noteFactsAnswer(ctx: Context, article_id: string | number, answer_id: string): Promise<void> {
  return onAnswer(ctx, article_id, answer_id, async (ctx, { article, answer }) => {
    if (answer.noted_at !== null) return;
    await note(ctx, answer);
    const after = { sentence: answer.number };
    await recordOnArticle(ctx, article, { verb: 'facts.noted', subject: `facts_answer:${answer.id}`, after });
  });
}

/** The article locked, the answer found, and the person asked whether they may: the operator has no judgement to remember. */
function onAnswer<Result>(
  ctx: Context,
  article_id: string | number,
  answer_id: string,
  work: (ctx: Context, on: { article: ArticleFound; answer: FactsAnswerFound }) => Promise<Result>,
): Promise<Result> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const answer = await getFactsAnswer(ctx.db, { id: answer_id, article_id: article.id });
    assertMay(article.role, 'add_evidence');
    if (ctx.actor.id === null) throw new Forbidden('The operator decides nothing about answers; a person does.');
    return work(ctx, { article, answer });
  });
}

async function claimOn(
  ctx: Context,
  article: ArticleFound,
  { answer, number }: { answer: FactsAnswerFound; number: number },
): Promise<PlacedClaim> {
  const ground = await getVersionText(ctx.db, article);
  const claims = await listClaims(ctx.db, { article_id: article.id, version_id: ground.version.id });
  const claim = claimsOn(answer, ground, claims).find((one) => one.number === number);
  if (claim === undefined)
    throw new RuleBroken(`Claim ${number} is not on the words that were answered. Add the source to it by its line.`);
  return claim;
}

/** The confidential card of whoever asked not to be named, else the card of their name. */
async function sourceOf(ctx: Context, article: ArticleFound, answer: FactsAnswerFound): Promise<number> {
  if (answer.link_source_id !== null)
    return needed(
      (await numbersOfSources(ctx.db, [answer.link_source_id])).get(answer.link_source_id),
      'card of whoever answered',
    );
  const card = openCardOf({ name: answer.name, created_at: answer.link_created_at }, article);
  return (await keepSource(ctx, { desk_id: article.desk_id, article_id: article.id }, card)).source.number;
}

function decided(ctx: Context, answer: FactsAnswerFound, claim: PlacedClaim | { id: string }) {
  return { answer_id: answer.id, claim_id: claim.id, decided_by: ctx.actor.id, decided_at: ctx.at };
}

async function note(ctx: Context, answer: FactsAnswerFound): Promise<void> {
  if (answer.noted_at === null)
    await updateFactsAnswer(ctx.db, answer.id, { noted_at: ctx.at, noted_by: ctx.actor.id });
}
