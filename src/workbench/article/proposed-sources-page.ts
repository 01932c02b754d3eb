// The sources that documents propose, as pages show them.
import { gatherEvidence } from '#src/article-view/gather-evidence.ts';
import type { ProposedSourceFound } from '#src/articles/proposed-store.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { sayTime } from '#src/dates.ts';
import { NotFound } from '#src/errors.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import { claimsTouched, isOpenForEvidence, nameOfProposed } from '#src/evidence/proposed-sources/proposed-source.ts';
import { numbersOfSources } from '#src/evidence/store.ts';
import { url } from '#src/paths.ts';
import { may } from '#src/people/permissions.ts';
import { wordsAt } from '#src/reading/text/range.ts';
import type { Claim, ClaimWithEvidence } from '../claim.ts';
import { gatherArticle, type WorkbenchView } from '../gather-article.ts';
import { headOf, windowTitle } from '../head.ts';

export interface ProposedSourceShown {
  name: string;
  /** Its words in the text; '' where they are not in it any more. */
  words: string;
  sentence: number | null;
  title: string;
  url: string;
  note: string;
  /** What became of it, in words; '' while nobody has decided. */
  became: string;
  became_href: string;
  /** The claim for which it would be taken; null where none stands on its words, or none that is open. */
  claim_number: number | null;
  claims_said: string;
  /** Which of the deeds its forms offer. */
  may: { take: boolean; tick: boolean; dismiss: boolean; restore: boolean };
}

export interface SourceSight {
  now: string;
  /** To dismiss and to tick is a person's. */
  is_person: boolean;
  in_hand?: Claim;
  /** All evidence of the article. */
  used: readonly EvidenceRow[];
  /** The numbers of cards that stand as evidence no more. */
  numbers?: ReadonlyMap<string, number>;
}

/** One of them in words; with a claim in hand it is offered for that one. */
export function shownSource(
  gathered: WorkbenchView,
  proposed_source: ProposedSourceFound,
  looking: SourceSight,
): ProposedSourceShown {
  const { ground, article, claims } = gathered;
  const { in_hand, is_person } = looking;
  const { start, title, note, decision } = proposed_source;
  const touched = claimsTouched(proposed_source, claims);
  const open = in_hand ?? touched.find(isOpenForEvidence);
  const works = may(article.role, 'add_evidence');
  const isUndecided = decision === null;
  return {
    name: nameOfProposed(proposed_source),
    words: wordsAt(ground.text, proposed_source) ?? '',
    sentence: ground.sentences.find((one) => start !== null && start < one.end)?.number ?? null,
    title,
    url: proposed_source.url,
    note: title.endsWith(note) ? '' : note,
    ...becameOf(gathered, proposed_source, looking),
    claim_number: open?.number ?? null,
    claims_said: sayClaims(touched),
    may: {
      take: works && open !== undefined && (isUndecided || in_hand !== undefined),
      tick: works && is_person && isUndecided && start !== null && touched.length === 0,
      dismiss: works && is_person && isUndecided,
      restore: works && is_person && decision === 'dismissed',
    },
  };
}

/** Those to offer beside a claim, `used` being all evidence of the article where there are any: nobody has decided, or it was taken for another claim and this one is without it. */
export function offeredFor(
  { proposed_sources }: WorkbenchView,
  claim: ClaimWithEvidence,
  used: readonly EvidenceRow[],
): ProposedSourceFound[] {
  const standing = new Set(used.map(({ id }) => id));
  const here = new Set(claim.evidence.map(({ source_id }) => source_id));
  return proposed_sources.filter((proposed_source) => {
    if (claimsTouched(proposed_source, [claim]).length === 0) return false;
    if (proposed_source.decision === null) return true;
    const stands = proposed_source.decision === 'evidence' && standing.has(proposed_source.evidence_id ?? '');
    return stands && !here.has(proposed_source.source_id ?? '');
  });
}

function sayClaims(touched: readonly Claim[]): string {
  if (touched.length === 0) return 'no claim on it yet: mark one to add the source there';
  const numbers = touched.map(({ number, state }) => (state === 'closed' ? `${number} (done)` : String(number)));
  return touched.length === 1 ? `claim ${numbers[0]}` : `claims ${numbers.join(', ')}`;
}

function becameOf(
  { article }: WorkbenchView,
  proposed_source: ProposedSourceFound,
  { now, numbers, used }: SourceSight,
) {
  const { decision, decided_at, decided_by_name, source_id, evidence_id } = proposed_source;
  if (decision === null || decided_at === null) return { became: '', became_href: '' };
  const who = `by ${decided_by_name ?? 'the operator'}, ${sayTime(decided_at, article.time_zone, now)}`;
  if (decision === 'dismissed') return { became: `dismissed ${who}`, became_href: '' };
  const number = used.find((one) => one.source_id === source_id)?.source_number ?? numbers?.get(source_id ?? '');
  const became_href = number === undefined ? '' : url('source', { number });
  const card = number === undefined ? 'a source' : `source ${number}`;
  if (decision === 'tick') return { became: `words ticked from ${card} ${who}`, became_href };
  const claim = used.find(({ id }) => id === evidence_id)?.claim_number;
  const where = claim === undefined ? 'removed from its claim since' : `for claim ${claim}`;
  return { became: `${card}, added ${who}, ${where}`, became_href };
}

/** The model of /articles/:id/proposed-sources. NotFound for guests. */
export async function proposedSourcesPage(ctx: Context, found: ArticleFound) {
  const gathered = await gatherArticle(ctx, found);
  const { article, proposed_sources } = gathered;
  if (!may(article.role, 'see_original')) throw new NotFound();
  const ids = proposed_sources.flatMap(({ source_id }) => (source_id === null ? [] : [source_id]));
  const numbers = await numbersOfSources(ctx.db, ids);
  const used = await gatherEvidence(ctx, found);
  const looking = { now: ctx.at, is_person: ctx.actor.kind === 'person', numbers, used };
  const shown = proposed_sources.map((proposed_source) => shownSource(gathered, proposed_source, looking));
  return {
    title: windowTitle(article, 'Sources of the draft'),
    nav: 'articles',
    where: article.desk_name,
    head: headOf(gathered, ctx.at, 'details'),
    heading: 'Sources that the draft names',
    sources: shown,
    together: shown.filter(({ may, became }) => may.take && became === '').length,
  };
}
