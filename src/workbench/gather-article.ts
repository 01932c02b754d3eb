// Everything that the pages of one article show, fetched in a dozen questions however many claims there are.
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { claimsSaidIn } from '#src/accounts/claims-said.ts';
import type { Looking } from '#src/accounts/from-source.ts';
import { questionSeen } from '#src/accounts/seen.ts';
import { listQuestions, type QuestionFound } from '#src/accounts/store.ts';
import { listProposedSources, type ProposedSourceFound } from '#src/articles/proposed-store.ts';
import { type ArticleFound, type Ground, getGround } from '#src/articles/store.ts';
import { readingOfText } from '#src/claims/analysis/readings.ts';
import { type Proposal, placeOf, standingProposals } from '#src/claims/analysis/suggestion.ts';
import { type Coverage, coverageOf } from '#src/claims/coverage/coverage.ts';
import {
  type InitialFound,
  listInitials,
  listParagraphAssignees,
  listTicks,
  type TickFound,
} from '#src/claims/coverage/store.ts';
import { type Keys, keysOf } from '#src/claims/key-rule.ts';
import { type AttributedParty, listAttributions, listFigures, listParties } from '#src/claims/particulars-store.ts';
import { listClaims, listVerdicts, type PlacedClaim } from '#src/claims/store.ts';
import { listDecisions } from '#src/claims/suggestions/store.ts';
import type { FigureTable, SuggestionTable, VerdictTable } from '#src/claims/tables.ts';
import { type Accusation, accusationsIn } from '#src/contacts/accused/proposed-accused.ts';
import { type AccusedFound, listAccused, listDismissals } from '#src/contacts/accused/store.ts';
import { type ContactRow, listContacts } from '#src/contacts/contacts/store.ts';
import { accusationSeen, accusedSeen, contactSeen, dismissalSeen } from '#src/contacts/seen.ts';
import type { AccusedDismissalTable } from '#src/contacts/tables.ts';
import type { Context } from '#src/context.ts';
import { type EvidenceRow, useSeen } from '#src/evidence/evidence-row.ts';
import { listEvidence } from '#src/evidence/store.ts';
import { listMembers, type Member } from '#src/people/desks/member-store.ts';
import { may } from '#src/people/permissions.ts';
import { getProfile, type Profile } from '#src/people/profiles/store.ts';
import type { Leftover } from '#src/reading/check-worthiness/leftovers.ts';
import { placedRanges, type Range, wordsAt } from '#src/reading/text/range.ts';
import { type FixFound, listFixes } from '#src/reviews/fixes/store.ts';
import { listQueries, type QueryFound } from '#src/reviews/queries/store.ts';
import { fixSeen } from '#src/reviews/seen.ts';
import { type Discretion, discretionOn } from '#src/sources/held-back/discretion.ts';
import { articleSeen, claimSeen, figureSeen, partySeen, tickSeen } from '#src/sources/held-back/typed-words.ts';

export interface Claim extends PlacedClaim {
  verdict: VerdictTable | null;
  chain: AttributedParty[];
  figures: FigureTable[];
  evidence: EvidenceRow[];
  fixes: FixFound[];
  queries: QueryFound[];
  contacts: ContactRow[];
  /** The words it stands on in this version; the statement where its place is lost. */
  words: string;
}

export interface Gathered {
  /** What this reader may see of whatever was typed; everything below has passed it. */
  discretion: Discretion;
  article: ArticleFound;
  ground: Ground;
  /** In the order of the text; dropped ones too. */
  claims: Claim[];
  verdicts: VerdictTable[];
  coverage: Coverage;
  /** All leftovers by number of the sentence, covered or not. */
  leftovers: Map<number, Leftover[]>;
  ticks: TickFound[];
  initials: InitialFound[];
  readers: Awaited<ReturnType<typeof listParagraphAssignees>>;
  contacts: ContactRow[];
  /** Whom the article accuses, those taken off too; the claims that accuse; and the names that are not proposed. */
  accused: AccusedFound[];
  accusations: Accusation[];
  accused_dismissed: AccusedDismissalTable[];
  fixes: FixFound[];
  /** Queries to writer and editor; none for guests. */
  queries: QueryFound[];
  /** Who says what: all questions of the article, withdrawn ones too. */
  questions: QuestionFound[];
  /** What the accounts of these rest on now. */
  present: Looking;
  members: Member[];
  /** The sources that documents of the article propose; none for guests. */
  proposed_sources: ProposedSourceFound[];
  profile: Profile;
  /** What the profile proposes as key in this article. */
  keys: Keys;
  /** What the program proposes and nothing has settled, whatever its score, in the order of the text. */
  proposals: Proposal[];
  dismissed: Proposal[];
}

/** Gathers an article that was found through the person, for a page. */
export async function gatherArticle({ db }: Context, article: ArticleFound): Promise<Gathered> {
  const discretion = await discretionOn(db, article, article.role);
  const seen = <Row>(see: (discretion: Discretion, row: Row) => Row, rows: Row[]) =>
    rows.map((row) => see(discretion, row));
  const ground = await getGround(db, article);
  const at = { article_id: article.id, version_id: ground.version.id };
  const { leftovers, proposals } = await readingOfText(ground, article.language);
  const verdicts = await listVerdicts(db, article.desk_id);
  const profile = await getProfile(db, article.desk_id, article.profile_id);
  const ticks = seen(tickSeen, await listTicks(db, at.version_id));
  const initials = await listInitials(db, at.version_id);
  const contacts = seen(contactSeen, await listContacts(db, article.id, article.role));
  const fixes = seen(fixSeen, await listFixes(db, article.id));
  const queries = may(article.role, 'read_queries') ? await listQueries(db, article.id) : [];
  const rows = {
    chains: await listAttributions(db, article.id),
    figures: await listFigures(db, at.version_id),
    evidence: await listEvidence(db, article.id, article.role),
  };
  const placed = await listClaims(db, at);
  const claims = seen(claimSeen, placed).map(
    (claim): Claim => ({
      ...claim,
      verdict: verdicts.find((verdict) => verdict.id === claim.content_verdict_id) ?? null,
      words: wordsAt(ground.text, claim) ?? claim.statement,
      chain: [],
      figures: [],
      evidence: [],
      contacts: contacts.filter((contact) => contact.claim_id === claim.id),
      fixes: fixes.filter((fix) => fix.claim_id === claim.id),
      queries: queries.filter((query) => query.claim_id === claim.id),
    }),
  );
  await yieldToEventLoop();
  handOut(claims, {
    chains: seen(partySeen, rows.chains),
    figures: seen(figureSeen, rows.figures),
    evidence: seen(useSeen, rows.evidence),
  });
  return {
    discretion,
    article: articleSeen(discretion, article),
    ground,
    claims,
    verdicts,
    coverage: coverageAt(ground, leftovers, { claims, ticks, initials }),
    leftovers,
    ticks,
    initials,
    readers: await listParagraphAssignees(db, at.version_id),
    contacts,
    accused: seen(accusedSeen, await listAccused(db, article.id)),
    accusations: seen(
      accusationSeen,
      accusationsIn({
        ground,
        language: article.language,
        claims,
        chains: rows.chains,
        parties: await listParties(db, article.id),
        leftovers,
      }),
    ),
    accused_dismissed: seen(dismissalSeen, await listDismissals(db, article.id)),
    fixes,
    queries,
    questions: seen(questionSeen, await listQuestions(db, article.id)),
    present: { ground, claims: claimsSaidIn({ ground, claims: placed, ...rows }), uses: rows.evidence, discretion },
    members: await listMembers(db, article.desk_id),
    proposed_sources: may(article.role, 'see_original') ? await listProposedSources(db, at) : [],
    profile,
    keys: keysOf(profile, article),
    ...proposedIn({ ground, proposals, decided: await listDecisions(db, at.version_id) }, { claims, ticks, initials }),
  };
}

/** The leftovers that initials on this sentence would cover, in its words, so that nobody covers them unseen. */
export function wouldCover(gathered: Gathered, number: number): string[] {
  const covered = gathered.coverage.sentences[number - 1];
  if (covered === undefined || covered.state === 'nothing') return [];
  const left = covered.state === 'unread' ? (gathered.leftovers.get(number) ?? []) : covered.leftovers;
  return left
    .filter((leftover) => leftover.kind !== 'placeholder')
    .map(({ start, end }) => gathered.ground.text.slice(start, end));
}

/** Claims that count: everything but the dropped ones. */
export function standing(claims: readonly Claim[]): Claim[] {
  return claims.filter((claim) => claim.state !== 'withdrawn');
}

function handOut(
  claims: Claim[],
  rows: { chains: AttributedParty[]; figures: FigureTable[]; evidence: EvidenceRow[] },
): void {
  const by_id = new Map(claims.map((claim) => [claim.id, claim]));
  for (const party of rows.chains) by_id.get(party.claim_id)?.chain.push(party);
  for (const figure of rows.figures) by_id.get(figure.claim_id)?.figures.push(figure);
  for (const evidence of rows.evidence) by_id.get(evidence.claim_id)?.evidence.push(evidence);
}

function coverageAt(
  ground: Ground,
  leftovers: Map<number, Leftover[]>,
  marks: { claims: Claim[]; ticks: TickFound[]; initials: InitialFound[] },
): Coverage {
  return coverageOf(ground.text, ground.sentences, {
    ranges: [...placed(marks.claims), ...marks.ticks],
    initialled_ids: new Set(marks.initials.map((initial) => initial.sentence_id)),
    leftovers_of: (sentence) => leftovers.get(sentence.number) ?? [],
  });
}

function proposedIn(
  { ground, proposals, decided }: { ground: Ground; proposals: readonly Proposal[]; decided: SuggestionTable[] },
  marks: { claims: Claim[]; ticks: TickFound[]; initials: InitialFound[] },
): Pick<Gathered, 'proposals' | 'dismissed'> {
  const initialled = new Set(marks.initials.map((initial) => initial.sentence_id));
  const dismissed = new Set(decided.filter((one) => one.dismissed_at !== null).map(placeOf));
  return {
    proposals: standingProposals(proposals, {
      claims: placed(marks.claims),
      ticks: marks.ticks,
      initialled: ground.sentences.filter((sentence) => initialled.has(sentence.id)),
      decided,
    }),
    dismissed: proposals.filter((proposal) => dismissed.has(placeOf(proposal))),
  };
}

/** Where the claims stand that are not dropped. */
function placed(claims: readonly Claim[]): Range[] {
  return placedRanges(standing(claims));
}
