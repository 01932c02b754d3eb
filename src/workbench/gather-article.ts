// Everything that the pages of one article show, however many claims there are.
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { allOf } from '#src/all-of.ts';
import { coverageOfView } from '#src/article-view/coverage.ts';
import { gatherWithoutEvidence, type ViewWithoutEvidence } from '#src/article-view/gather-article.ts';
import { roomOf } from '#src/article-view/room.ts';
import { listProposedSources, type ProposedSourceFound } from '#src/articles/proposed-store.ts';
import { asBefore, type Following, following, type OfState, rememberedOf } from '#src/articles/remembered.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { placeOf, type Suggestion, standingSuggestions } from '#src/claims/analysis/suggestion.ts';
import { listParagraphAssignees } from '#src/claims/coverage/assignee-store.ts';
import type { Coverage } from '#src/claims/coverage/coverage.ts';
import { type Keys, keysOf } from '#src/claims/key-rule.ts';
import { listDecisions } from '#src/claims/suggestions/store.ts';
import type { SuggestionTable } from '#src/claims/tables.ts';
import { listDismissals } from '#src/contacts/accused/store.ts';
import { dismissalSeen } from '#src/contacts/seen.ts';
import type { AccusedDismissalTable } from '#src/contacts/tables.ts';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { GaveUp } from '#src/errors.ts';
import { areFindingsAwaited, type Findings, gatherFindings, touchFindings } from '#src/findings/gather-findings.ts';
import { openFindings } from '#src/findings/view.ts';
import { Memory } from '#src/memory.ts';
import { listMembers, type Member } from '#src/people/member-store.ts';
import { may } from '#src/people/permissions.ts';
import { getProfile, type Profile } from '#src/people/profiles/store.ts';
import { placedRanges, type Range } from '#src/reading/text/range.ts';
import { type EntryFound, listEntries } from '#src/sheets/entries/store.ts';
import { type Claim, type Claims, claimsOf, standing } from './claim.ts';
import { countsOf, type HeadCounts } from './head-counts.ts';

export interface WorkbenchView extends Omit<ViewWithoutEvidence, 'claims'>, Claims {
  coverage: Coverage;
  readers: Awaited<ReturnType<typeof listParagraphAssignees>>;
  /** The names that are not proposed as accused any more. */
  accused_dismissed: AccusedDismissalTable[];
  members: Member[];
  /** The sources that documents of the article propose; none for guests. */
  proposed_sources: ProposedSourceFound[];
  /** What spreadsheets say of claims; none for guests. */
  sheet_entries: EntryFound[];
  profile: Profile;
  /** What the profile suggests as key in this article. */
  keys: Keys;
  /** What the program suggests and nothing has settled, whatever its score, in the order of the text. */
  suggestions: Suggestion[];
  dismissed: Suggestion[];
  /** What people made of suggestions, and what is left to read and to take: for the next state alone. */
  decided: SuggestionTable[];
  left: Following<Left>;
  /** What does not agree; null where a long text is still being read for it. */
  findings: Findings | null;
  /** For the head of the pages. */
  counts: HeadCounts;
}

const gathered = new Memory<OfState<PageRows>>('pages of articles');

/** Of what stands at the article itself: claims once more, each with what belongs to it, and what is left to read. */
const ROOM = 0.65;

/** Gathers an article that was found through the person, for a page; once for each state of the article. */
export async function gatherArticle(ctx: Context, found: ArticleFound): Promise<WorkbenchView> {
  const view = await gatherWithoutEvidence(ctx, found);
  const rows = await rememberedOf(ctx, found, gathered, {
    besides: areFindingsAwaited(view) ? 'findings awaited' : '',
    make: async (before, beside) => {
      const value = await gatherPageRows(ctx, view, { before, beside });
      return { value, bytes: ROOM * roomOf(view) };
    },
  });
  touchFindings(view);
  return { ...view, ...rows };
}

type PageRows = Omit<WorkbenchView, Exclude<keyof ViewWithoutEvidence, 'claims'>>;

async function gatherPageRows(
  ctx: Context,
  view: ViewWithoutEvidence,
  { before, beside }: { before: PageRows | undefined; beside: PageRows | undefined },
): Promise<PageRows> {
  await yieldToEventLoop();
  const { claims, made_of } = claimsOf(view, before);
  const { rows, findings } = await allOf({
    rows: beside ?? listBesideClaims(ctx.db, view, before),
    findings: findingsHastily(ctx, view),
  });
  const { decided } = rows;
  const left = following(before?.left, leftThings(view, decided), () => leftIn(view, { claims, decided }));
  return {
    ...rows,
    ...{ claims, made_of, left },
    ...left.value,
    findings,
    counts: countsOf({ ...view, claims, ...left.value, disagree: findings ? openFindings(findings).length : 0 }),
  };
}

type RowsBesideClaims = Pick<
  PageRows,
  'decided' | 'readers' | 'accused_dismissed' | 'members' | 'proposed_sources' | 'sheet_entries' | 'profile' | 'keys'
>;

async function listBesideClaims(
  db: Db,
  { article, ground, discretion }: ViewWithoutEvidence,
  before: PageRows | undefined,
): Promise<RowsBesideClaims> {
  const at = { article_id: article.id, version_id: ground.version.id };
  const { dismissals, members, ...rows } = await allOf({
    profile: getProfile(db, article.desk_id, article.profile_id),
    dismissals: listDismissals(db, article.id),
    decided: listDecisions(db, at.version_id),
    readers: listParagraphAssignees(db, at.version_id),
    members: listMembers(db, article.desk_id),
    proposed_sources: may(article.role, 'see_original') ? listProposedSources(db, at) : [],
    sheet_entries: may(article.role, 'see_sheets') ? listEntries(db, article.id) : [],
  });
  return {
    ...rows,
    accused_dismissed: dismissals.map((one) => dismissalSeen(discretion, one)),
    members: asBefore(before?.members, members),
    keys: keysOf(rows.profile, article),
  };
}

/** The head of a page waits for no long text, and is there where one cannot be read at all. */
async function findingsHastily(ctx: Context, view: ViewWithoutEvidence): Promise<Findings | null> {
  try {
    return (await gatherFindings(ctx, view, { is_hasty: true })) ?? null;
  } catch (error) {
    if (error instanceof GaveUp) return null;
    throw error;
  }
}

/** The leftovers that initials on this sentence would cover, in its words, so that nobody covers them unseen. */
export function wouldCover(gathered: WorkbenchView, number: number): string[] {
  const covered = gathered.coverage.sentences[number - 1];
  if (covered === undefined || covered.state === 'nothing') return [];
  const left = covered.state === 'unread' ? (gathered.leftovers.get(number) ?? []) : covered.leftovers;
  return left
    .filter((leftover) => leftover.kind !== 'placeholder')
    .map(({ start, end }) => gathered.ground.text.slice(start, end));
}

type Left = Pick<WorkbenchView, 'coverage' | 'suggestions' | 'dismissed'>;

/** All that decides what is left, beside the words of the version. */
function leftThings({ article, ground, claims, ticks, initials }: ViewWithoutEvidence, decided: SuggestionTable[]) {
  return [
    ...[ground.version.id, article.language],
    claims.map(({ state, start, end }) => [state === 'withdrawn', start, end]),
    ticks.map(({ start, end }) => [start, end]),
    initials.map(({ sentence_id }) => sentence_id),
    decided.map(({ start, end, dismissed_at }) => [start, end, dismissed_at === null]),
  ];
}

function leftIn(view: ViewWithoutEvidence, { claims, decided }: { claims: Claim[]; decided: SuggestionTable[] }): Left {
  const { ground, suggested, ticks, initials } = view;
  const initialled = new Set(initials.map((initial) => initial.sentence_id));
  const dismissed = new Set(decided.filter((one) => one.dismissed_at !== null).map(placeOf));
  return {
    coverage: coverageOfView(view),
    suggestions: standingSuggestions(suggested, {
      claims: placed(claims),
      ticks,
      initialled: ground.sentences.filter((sentence) => initialled.has(sentence.id)),
      decided,
    }),
    dismissed: suggested.filter((suggestion) => dismissed.has(placeOf(suggestion))),
  };
}

/** Where the claims stand that are not dropped. */
function placed(claims: readonly Claim[]): Range[] {
  return placedRanges(standing(claims));
}
