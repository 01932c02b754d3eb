// The verbs of proposed sources: ticking words from one, dismissing it, proposing it again.
import { listProposedSources, type ProposedSourceFound } from '#src/articles/proposed-store.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { recordOnArticle, withArticle } from '#src/articles/with-article.ts';
import { insertTick } from '#src/claims/coverage/store.ts';
import { listClaims } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { assertMay } from '#src/people/permissions.ts';
import { keepSource, type SourceKept } from '#src/sources/commands.ts';
import type { EvidenceAdded } from '../add-commands.ts';
import { cardOfProposed, nameOfProposed } from './proposed-source.ts';
import { type Decision, updateProposedDecision } from './store.ts';

export interface ProposedTaken {
  claim_number: number;
  source: EvidenceAdded['source'];
  is_new_source: boolean;
}

/** Ticks the words of a proposed source as right, from it: for names and dates that want no claim. Forbidden for guests and the operator. */
export function tickProposedWords(
  ctx: Context,
  article_id: string | number,
  { proposed }: { proposed: string },
): Promise<SourceKept['source']> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const person_id = assertDecides(ctx, article);
    const { proposed_source, text, version_id } = await proposedOn(ctx, article, proposed);
    const { start, end } = proposed_source;
    if (start === null || end === null) throw new RuleBroken(NO_WORDS);
    const { source } = await cardFor(ctx, article, proposed_source);
    const note = `${source.title} (source ${source.number})`;
    const tick = { id: newId(), version_id, start, end, person_id, at: ctx.at, note };
    const is_new = await insertTick(ctx.db, tick);
    await decide(ctx, proposed_source, { decision: 'tick', source_id: source.id, evidence_id: null });
    const ticked = { start, end, words: text.slice(start, end), note };
    if (is_new)
      await recordOnArticle(ctx, article, { verb: 'words.ticked', subject: `tick:${tick.id}`, after: ticked });
    else {
      const after = { ...namedIn(proposed_source), source: source.number };
      await recordOnArticle(ctx, article, { verb: 'source.proposal_taken', after });
    }
    return source;
  });
}

/** Remembers that a proposed source is none. Doing it twice is doing it once. Forbidden for guests and the operator. */
export function dismissProposedSource(
  ctx: Context,
  article_id: string | number,
  { proposed }: { proposed: string },
): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertDecides(ctx, article);
    const { proposed_source } = await proposedOn(ctx, article, proposed);
    if (proposed_source.decision === 'dismissed') return;
    if (proposed_source.decision !== null) throw new RuleBroken(TAKEN_MEANWHILE);
    await decide(ctx, proposed_source, { decision: 'dismissed', source_id: null, evidence_id: null });
    await recordOnArticle(ctx, article, { verb: 'source.proposal_dismissed', after: namedIn(proposed_source) });
  });
}

/** Has a dismissed source proposed again. Doing it twice is doing it once. Forbidden for guests and the operator. */
export function restoreProposedSource(
  ctx: Context,
  article_id: string | number,
  { proposed }: { proposed: string },
): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertDecides(ctx, article);
    const { proposed_source } = await proposedOn(ctx, article, proposed);
    if (proposed_source.decision !== 'dismissed') return;
    await updateProposedDecision(ctx.db, proposed_source, NOT_DECIDED);
    await recordOnArticle(ctx, article, { verb: 'source.proposal_restored', before: namedIn(proposed_source) });
  });
}

const NOT_DECIDED: Decision = {
  decision: null,
  decided_by: null,
  decided_at: null,
  source_id: null,
  evidence_id: null,
};

/** The card of the library that the proposed source makes or is. */
export function cardFor(
  ctx: Context,
  { id, desk_id }: ArticleFound,
  proposed_source: ProposedSourceFound,
): Promise<SourceKept> {
  return keepSource(ctx, { desk_id, article_id: id }, cardOfProposed(proposed_source).fields);
}

/** What documents propose, with the latest text and the claims on it. */
export async function proposedIn(ctx: Context, article: ArticleFound) {
  const { version, text } = await getVersionText(ctx.db, article);
  const at = { article_id: article.id, version_id: version.id };
  const proposed_sources = await listProposedSources(ctx.db, at);
  return { proposed_sources, claims: await listClaims(ctx.db, at), text, version_id: version.id };
}

/** The proposed source of this name, with the text. NotFound where there is none. */
export async function proposedOn(ctx: Context, article: ArticleFound, name: string) {
  const { proposed_sources, ...rest } = await proposedIn(ctx, article);
  const proposed_source = proposed_sources.find((one) => nameOfProposed(one) === name);
  if (proposed_source === undefined) throw new NotFound();
  return { ...rest, proposed_source };
}

/** Stores what the actor decided about a proposed source. */
export function decide(
  ctx: Context,
  proposed_source: ProposedSourceFound,
  what: Pick<Decision, 'decision' | 'source_id' | 'evidence_id'>,
): Promise<void> {
  return updateProposedDecision(ctx.db, proposed_source, { ...what, decided_by: ctx.actor.id, decided_at: ctx.at });
}

/** To dismiss or tick is a person's: the operator has no judgement to remember. */
function assertDecides(ctx: Context, article: ArticleFound): string {
  assertMay(article.role, 'add_evidence');
  if (ctx.actor.id === null) throw new Forbidden('The operator decides nothing about proposed sources; a person does.');
  return ctx.actor.id;
}

/** How the log names a proposed source. */
export function namedIn(proposed_source: ProposedSourceFound) {
  return { proposed: nameOfProposed(proposed_source), title: proposed_source.title };
}

const NO_WORDS = 'The words of this source are no longer in the text. Add the source to a claim by its line.';

const TAKEN_MEANWHILE = 'Somebody has already added this source. Remove it from its claim if it does not belong there.';
