// What stands at an article, in a fixed number of questions, for the workbench and for reports.
import type { Looking } from '#src/accounts/from-source.ts';
import { allOf } from '#src/all-of.ts';
import type { Initialled } from '#src/articles/as-ran/as-ran.ts';
import { findInitialled } from '#src/articles/as-ran/store.ts';
import { asBefore, type OfState, rememberedOf } from '#src/articles/remembered.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText, touchWords, type VersionText } from '#src/articles/version-text-store.ts';
import { readingOfText, touchReading } from '#src/claims/analysis/readings.ts';
import type { Suggestion } from '#src/claims/analysis/suggestion.ts';
import { type InitialFound, listInitials } from '#src/claims/coverage/store.ts';
import type { VerdictTable } from '#src/claims/tables.ts';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import { Memory } from '#src/memory.ts';
import { may } from '#src/people/permissions.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import type { Leftover } from '#src/reading/check-worthiness/leftovers.ts';
import { legalSeenFromOutside } from '#src/reviews/legal/legal.ts';
import { type LegalRows, listLegal } from '#src/reviews/legal/store.ts';
import { type Visibility, visibilityOf } from '#src/sources/confidentiality.ts';
import { type Discretion, discretionOn } from '#src/sources/held-back/discretion.ts';
import { articleSeen } from '#src/sources/held-back/typed-words.ts';
import { gatherEvidence, presentIn } from './gather-evidence.ts';
import { listRows, rowsSeen, type ViewRows } from './gather-rows.ts';
import { roomOf } from './room.ts';

/** The rows of an article's latest version but for evidence, each as this reader may see it. Shared by all who ask: nobody changes it. */
export interface ViewWithoutEvidence extends ViewRows {
  /** What this reader may see of whatever was typed; everything else here has passed it. */
  discretion: Discretion;
  /** Its role is that of whoever looks from there: of a guest, where that is from outside. */
  article: ArticleFound;
  ground: VersionText;
  /** All leftovers by number of the sentence, covered or not. */
  leftovers: Map<number, Leftover[]>;
  /** All that the program suggests, settled or not. */
  suggested: readonly Suggestion[];
  verdicts: VerdictTable[];
  initials: InitialFound[];
  /** Holds, clearances and notes of Legal; from outside, only that this version is cleared. */
  legal: LegalRows;
  /** Who said that the latest version is the text that ran; null where nobody has. */
  as_ran: Initialled | null;
}

export interface ArticleView extends ViewWithoutEvidence {
  /** By claim, and in the order it came. */
  evidence: EvidenceRow[];
  /** What the accounts of the questions rest on now. */
  present: Looking;
}

const gathered = new Memory<OfState<ViewWithoutEvidence>>('articles');

/**
 * Gathers an article that was found through the person, as that person sees it or as it is seen from there; once for each
 * state of the article. GaveUp where reading the text took too long.
 */
export async function gatherArticleView(
  ctx: Context,
  found: ArticleFound,
  visibility: Visibility = visibilityOf(found.role),
): Promise<ArticleView> {
  const view = await gatherWithoutEvidence(ctx, found, visibility);
  const evidence = await gatherEvidence(ctx, lookedAt(found, visibility));
  return { ...view, evidence, present: presentIn(view, evidence) };
}

/** From outside, a guest's. */
function lookedAt(found: ArticleFound, visibility: Visibility): ArticleFound {
  return visibility === 'inside' ? found : { ...found, role: 'guest' };
}

/** The same without its evidence, of which most pages show none, or that of one claim. */
export async function gatherWithoutEvidence(
  ctx: Context,
  found: ArticleFound,
  visibility: Visibility = visibilityOf(found.role),
): Promise<ViewWithoutEvidence> {
  const article = lookedAt(found, visibility);
  let is_new = false;
  const view = await rememberedOf(ctx, article, gathered, {
    what: visibility,
    make: async (before, beside) => {
      is_new = true;
      const value = await gatherAnew(ctx.db, article, { visibility, before, beside });
      return { value, bytes: roomOf(value) };
    },
  });
  if (!is_new) touchRead(view);
  return { ...view, article: articleSeen(view.discretion, article) };
}

/** The view holds them: they go for want of room when it goes, and not before. */
function touchRead({ ground, article }: ViewWithoutEvidence): void {
  touchWords(ground.version.id);
  touchReading({ version_id: ground.version.id, language: article.language });
}

async function gatherAnew(
  db: Db,
  article: ArticleFound,
  { visibility, before, beside }: { visibility: Visibility; before: Before; beside: Before },
): Promise<ViewWithoutEvidence> {
  // What a guest saw is not what is stored.
  const stored = visibility === 'inside' ? beside : undefined;
  const read = stored ?? (await readLatest(db, article));
  const { rows, around } = await allOf({
    rows: listRows(db, { article, ...read }, { before, beside: stored }),
    around: stored ?? listAround(db, { article, version_id: read.ground.version.id }, before),
  });
  const { ground, leftovers, suggested } = read;
  const { verdicts, initials, legal, as_ran } = around;
  // Asked last: what is held back is never older than the rows, however long the text took to be read.
  const discretion = await discretionOn(db, article, visibility);
  return {
    ...(await rowsSeen(discretion, rows)),
    discretion,
    article: articleSeen(discretion, article),
    ...{ ground, leftovers, suggested, verdicts, initials },
    legal: may(article.role, 'read_legal') ? legal : legalSeenFromOutside(legal, article),
    as_ran: as_ran && { ...as_ran, reason: discretion.see(as_ran.reason) },
  };
}

type Before = ViewWithoutEvidence | undefined;

type Read = Pick<ViewWithoutEvidence, 'ground' | 'leftovers' | 'suggested'>;

async function readLatest(db: Db, article: ArticleFound): Promise<Read> {
  const ground = await getVersionText(db, article);
  const { leftovers, suggestions: suggested } = await readingOfText(db, ground, article.language);
  return { ground, leftovers, suggested };
}

type Around = Pick<ViewWithoutEvidence, 'verdicts' | 'initials' | 'legal' | 'as_ran'>;

/** What no row of a claim has a part in, as it is stored. */
async function listAround(
  db: Db,
  { article, version_id }: { article: ArticleFound; version_id: string },
  before: Before,
): Promise<Around> {
  const { verdicts, initials, ...around } = await allOf({
    verdicts: listVerdicts(db, article.desk_id),
    initials: listInitials(db, version_id),
    legal: listLegal(db, article.id),
    as_ran: findInitialled(db, { article_id: article.id, version_id }),
  });
  return {
    ...around,
    verdicts: asBefore(before?.verdicts, verdicts),
    initials: asBefore(before?.initials, initials),
  };
}
