// What stands at an article, in a fixed number of questions, for the workbench and for reports.
import { claimsSaidIn } from '#src/accounts/claims-said.ts';
import type { Looking } from '#src/accounts/from-source.ts';
import { questionSeen } from '#src/accounts/seen.ts';
import { listQuestions, type QuestionFound } from '#src/accounts/store.ts';
import type { Initialled } from '#src/articles/as-ran/as-ran.ts';
import { findInitialled } from '#src/articles/as-ran/store.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText, type VersionText } from '#src/articles/version-text-store.ts';
import { readingOfText } from '#src/claims/analysis/readings.ts';
import type { Suggestion } from '#src/claims/analysis/suggestion.ts';
import { type InitialFound, listInitials, listTicks, type TickFound } from '#src/claims/coverage/store.ts';
import { type AttributedParty, listAttributions, listFigures, listParties } from '#src/claims/particulars-store.ts';
import { listClaims, listVerdicts, type PlacedClaim } from '#src/claims/store.ts';
import type { FigureTable, VerdictTable } from '#src/claims/tables.ts';
import { type Accusation, accusationsIn } from '#src/contacts/accused/proposed-accused.ts';
import { type AccusedFound, listAccused } from '#src/contacts/accused/store.ts';
import { type ContactRow, listContacts } from '#src/contacts/contacts/store.ts';
import { accusationSeen, accusedSeen, contactSeen } from '#src/contacts/seen.ts';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { type EvidenceRow, useSeen } from '#src/evidence/evidence-row.ts';
import { listEvidence } from '#src/evidence/store.ts';
import { mapInTurns } from '#src/others-turn.ts';
import { may } from '#src/people/permissions.ts';
import type { Leftover } from '#src/reading/check-worthiness/leftovers.ts';
import { type FixFound, listFixes } from '#src/reviews/fixes/store.ts';
import { legalSeenFromOutside } from '#src/reviews/legal/legal.ts';
import { type LegalRows, listLegal } from '#src/reviews/legal/store.ts';
import { listQueries, type QueryFound } from '#src/reviews/queries/store.ts';
import { fixSeen, querySeen } from '#src/reviews/seen.ts';
import { type Visibility, visibilityOf } from '#src/sources/confidentiality.ts';
import { type Discretion, discretionOn } from '#src/sources/held-back/discretion.ts';
import { articleSeen, claimSeen, figureSeen, partySeen, tickSeen } from '#src/sources/held-back/typed-words.ts';

/** The rows of an article's latest version, each as this reader may see it. */
export interface ArticleView extends ViewRows {
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
  /** What the accounts of the questions rest on now. */
  present: Looking;
}

interface ViewRows {
  /** In the order of the text; dropped ones too. */
  claims: PlacedClaim[];
  chains: AttributedParty[];
  figures: FigureTable[];
  evidence: EvidenceRow[];
  ticks: TickFound[];
  fixes: FixFound[];
  /** Queries to writer and editor; none for guests. */
  queries: QueryFound[];
  contacts: ContactRow[];
  /** Whom the article accuses, those taken off too; and the claims that accuse. */
  accused: AccusedFound[];
  accusations: Accusation[];
  /** Who says what; withdrawn questions too. */
  questions: QuestionFound[];
}

/**
 * Gathers an article that was found through the person, as that person sees it or as it is seen from there. GaveUp where
 * reading the text took too long.
 */
export async function gatherArticleView(
  { db }: Context,
  found: ArticleFound,
  visibility: Visibility = visibilityOf(found.role),
): Promise<ArticleView> {
  const article: ArticleFound = visibility === 'inside' ? found : { ...found, role: 'guest' };
  const ground = await getVersionText(db, article);
  const { leftovers, suggestions: suggested } = await readingOfText(ground, article.language);
  const rows = await listRows(db, { article, ground, leftovers });
  const verdicts = await listVerdicts(db, article.desk_id);
  const initials = await listInitials(db, ground.version.id);
  const legal = await listLegal(db, article.id);
  const initialled = await findInitialled(db, { article_id: article.id, version_id: ground.version.id });
  // Asked last: what is held back is never older than the rows, however long the text took to be read.
  const discretion = await discretionOn(db, article, visibility);
  return {
    ...(await rowsSeen(discretion, rows)),
    discretion,
    article: articleSeen(discretion, article),
    ground,
    leftovers,
    suggested,
    verdicts,
    initials,
    legal: may(article.role, 'read_legal') ? legal : legalSeenFromOutside(legal, article),
    as_ran: initialled && { ...initialled, reason: discretion.see(initialled.reason) },
    present: { ground, claims: claimsSaidIn({ ground, ...rows }), uses: rows.evidence, discretion },
  };
}

async function listRows(
  db: Db,
  { article, ground, leftovers }: Pick<ArticleView, 'article' | 'ground' | 'leftovers'>,
): Promise<ViewRows> {
  const { id: article_id, role, language } = article;
  const version_id = ground.version.id;
  const claims = await listClaims(db, { article_id, version_id });
  const [chains, parties] = [await listAttributions(db, article_id), await listParties(db, article_id)];
  return {
    claims,
    chains,
    figures: await listFigures(db, version_id),
    evidence: await listEvidence(db, article_id, role),
    ticks: await listTicks(db, version_id),
    fixes: await listFixes(db, article_id),
    queries: may(role, 'read_queries') ? await listQueries(db, article_id) : [],
    contacts: await listContacts(db, article_id, role),
    accused: await listAccused(db, article_id),
    accusations: accusationsIn({ ground, language, claims, chains, parties, leftovers }),
    questions: await listQuestions(db, article_id),
  };
}

/** Every row with what was typed into it as the reader may see it. What a guest may not is looked for in every word. */
async function rowsSeen(discretion: Discretion, rows: ViewRows): Promise<ViewRows> {
  const seen = <Row>(see: (discretion: Discretion, row: Row) => Row, some: Row[]) =>
    mapInTurns(some, (row) => see(discretion, row));
  return {
    claims: await seen(claimSeen, rows.claims),
    chains: await seen(partySeen, rows.chains),
    figures: await seen(figureSeen, rows.figures),
    evidence: await seen(useSeen, rows.evidence),
    ticks: await seen(tickSeen, rows.ticks),
    fixes: await seen(fixSeen, rows.fixes),
    queries: await seen(querySeen, rows.queries),
    contacts: await seen(contactSeen, rows.contacts),
    accused: await seen(accusedSeen, rows.accused),
    accusations: await seen(accusationSeen, rows.accusations),
    questions: await seen(questionSeen, rows.questions),
  };
}
