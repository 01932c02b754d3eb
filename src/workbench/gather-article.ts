// Gathers what the pages of one article show, in a fixed number of questions.
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { claimsSaidIn } from '#src/accounts/claims-said.ts';
import type { Looking } from '#src/accounts/from-source.ts';
import { questionSeen } from '#src/accounts/seen.ts';
import { listQuestions, type QuestionFound } from '#src/accounts/store.ts';
import { type Ground, getGround } from '#src/articles/ground-store.ts';
import { listProposedSources, type ProposedSourceFound } from '#src/articles/proposed-store.ts';
import type { ArticleFound } from '#src/articles/store.ts';
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
import { type AttributedParty, listParties } from '#src/claims/particulars-store.ts';
import { listVerdicts } from '#src/claims/store.ts';
import { listDecisions } from '#src/claims/suggestions/store.ts';
import type { SuggestionTable, VerdictTable } from '#src/claims/tables.ts';
import { type Accusation, accusationsIn } from '#src/contacts/accused/proposed-accused.ts';
import { type AccusedFound, listAccused, listDismissals } from '#src/contacts/accused/store.ts';
import { type ContactRow, listContacts } from '#src/contacts/contacts/store.ts';
import { accusationSeen, accusedSeen, contactSeen, dismissalSeen } from '#src/contacts/seen.ts';
import type { AccusedDismissalTable } from '#src/contacts/tables.ts';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { listMembers, type Member } from '#src/people/desks/member-store.ts';
import { may } from '#src/people/permissions.ts';
import { getProfile, type Profile } from '#src/people/profiles/store.ts';
import type { Leftover } from '#src/reading/check-worthiness/leftovers.ts';
import { placedRanges, type Range } from '#src/reading/text/range.ts';
import { type FixFound, listFixes } from '#src/reviews/fixes/store.ts';
import { listQueries, type QueryFound } from '#src/reviews/queries/store.ts';
import { fixSeen } from '#src/reviews/seen.ts';
import { type Discretion, discretionOn } from '#src/sources/held-back/discretion.ts';
import { articleSeen, tickSeen } from '#src/sources/held-back/typed-words.ts';
import { type Claim, claimsOf, listRows, type Reader, type Reviews, standing } from './gather-claims.ts';

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
  const ground = await getGround(db, article);
  const at = { article_id: article.id, version_id: ground.version.id };
  const { leftovers, proposals } = await readingOfText(ground, article.language);
  const verdicts = await listVerdicts(db, article.desk_id);
  const profile = await getProfile(db, article.desk_id, article.profile_id);
  const ticks = (await listTicks(db, at.version_id)).map((tick) => tickSeen(discretion, tick));
  const initials = await listInitials(db, at.version_id);
  const looking = { article, discretion, ground };
  const reviews = await reviewsOf(db, looking);
  const rows = await listRows(db, looking);
  await yieldToEventLoop();
  const claims = claimsOf(rows, { ...looking, verdicts, reviews });
  return {
    ...{ discretion, ground, claims, verdicts, leftovers, ticks, initials, profile, ...reviews },
    article: articleSeen(discretion, article),
    coverage: coverageAt(ground, leftovers, { claims, ticks, initials }),
    readers: await listParagraphAssignees(db, at.version_id),
    ...(await accusedOf(db, looking, { claims, chains: rows.chains, leftovers })),
    questions: (await listQuestions(db, article.id)).map((question) => questionSeen(discretion, question)),
    present: { ground, claims: claimsSaidIn({ ground, ...rows }), uses: rows.evidence, discretion },
    members: await listMembers(db, article.desk_id),
    proposed_sources: may(article.role, 'see_original') ? await listProposedSources(db, at) : [],
    keys: keysOf(profile, article),
    ...proposedIn({ ground, proposals, decided: await listDecisions(db, at.version_id) }, { claims, ticks, initials }),
  };
}

/** What was asked and proposed about the article, as this reader may see it. */
async function reviewsOf(db: Db, { article, discretion }: Reader): Promise<Reviews> {
  const queries = may(article.role, 'read_queries') ? await listQueries(db, article.id) : [];
  return {
    contacts: (await listContacts(db, article.id, article.role)).map((contact) => contactSeen(discretion, contact)),
    fixes: (await listFixes(db, article.id)).map((fix) => fixSeen(discretion, fix)),
    queries,
  };
}

/** Whom the article accuses, and what of that nobody has to be proposed. */
async function accusedOf(
  db: Db,
  { article, discretion, ground }: Reader,
  found: { claims: Claim[]; chains: AttributedParty[]; leftovers: Map<number, Leftover[]> },
): Promise<Pick<Gathered, 'accused' | 'accusations' | 'accused_dismissed'>> {
  const accused = await listAccused(db, article.id);
  const parties = await listParties(db, article.id);
  const accusations = accusationsIn({ ground, language: article.language, parties, ...found });
  const dismissed = await listDismissals(db, article.id);
  return {
    accused: accused.map((one) => accusedSeen(discretion, one)),
    accusations: accusations.map((one) => accusationSeen(discretion, one)),
    accused_dismissed: dismissed.map((one) => dismissalSeen(discretion, one)),
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
