// The rows that hang on an article's latest version, but for evidence, each as this reader may see it.
import { questionSeen } from '#src/accounts/seen.ts';
import { listQuestions, type QuestionFound } from '#src/accounts/store.ts';
import { allOf } from '#src/all-of.ts';
import { asBefore, type Following, following } from '#src/articles/remembered.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { listTicks, type TickFound } from '#src/claims/coverage/store.ts';
import { listFigures } from '#src/claims/figure-store.ts';
import { type AttributedParty, listAttributions, listParties } from '#src/claims/particulars-store.ts';
import { listClaims, type PlacedClaim } from '#src/claims/store.ts';
import type { FigureTable, PartyTable } from '#src/claims/tables.ts';
import { type Accusation, type AccusedGround, accusationsIn } from '#src/contacts/accused/proposed-accused.ts';
import { type AccusedFound, listAccused } from '#src/contacts/accused/store.ts';
import { type ContactRow, listContacts } from '#src/contacts/contacts/store.ts';
import { accusationSeen, accusedSeen, contactSeen } from '#src/contacts/seen.ts';
import type { Db } from '#src/database/schema.ts';
import { mapInTurns } from '#src/others-turn.ts';
import { may } from '#src/people/permissions.ts';
import type { Leftover } from '#src/reading/check-worthiness/leftovers.ts';
import { type FixFound, listFixes } from '#src/reviews/fixes/store.ts';
import { type FactsOffered, listFactsOffered } from '#src/reviews/own-facts/answer-store.ts';
import { countUndecided } from '#src/reviews/package/store.ts';
import { listQueries, type QueryFound } from '#src/reviews/queries/store.ts';
import { fixSeen, querySeen } from '#src/reviews/seen.ts';
import type { Discretion } from '#src/sources/held-back/discretion.ts';
import { claimSeen, figureSeen, partySeen, tickSeen } from '#src/sources/held-back/typed-words.ts';

export interface ViewRows {
  /** In the order of the text; dropped ones too. */
  claims: PlacedClaim[];
  chains: AttributedParty[];
  figures: FigureTable[];
  ticks: TickFound[];
  fixes: FixFound[];
  /** Queries to writer and editor; none for guests. */
  queries: QueryFound[];
  /** What people outside say of their own facts, as it stands; none for guests. */
  facts: FactsOffered[];
  /** How much the writer handed in that nobody has decided about; 0 for guests. */
  handed_new: number;
  contacts: ContactRow[];
  /** Whom the article accuses, those taken off too; and the claims that accuse. */
  accused: AccusedFound[];
  accusations: Accusation[];
  /** Whom anything is attributed to, and the accusations as they follow from claims and parties, before this reader's eyes: for the next state alone. */
  parties: PartyTable[];
  accusing: Following<Accusation[]>;
  /** Who says what; withdrawn questions too. */
  questions: QuestionFound[];
}

type RowsBesideClaims = Omit<ViewRows, 'claims' | 'accusations' | 'accusing'>;

/** All rows as they are stored; those that read as `before` are the same, and so are all but claims where there is a `beside`. */
export async function listRows(
  db: Db,
  { article, ground, leftovers }: { article: ArticleFound; ground: VersionText; leftovers: Map<number, Leftover[]> },
  { before, beside }: { before: ViewRows | undefined; beside: ViewRows | undefined },
): Promise<ViewRows> {
  const { language } = article;
  const version_id = ground.version.id;
  const { listed, rows } = await allOf({
    listed: listClaims(db, { article_id: article.id, version_id }),
    rows: beside ?? listBesideClaims(db, { article, version_id }, before),
  });
  const claims = asBefore(before?.claims, listed);
  const accusing = following(before?.accusing, accusingThings(version_id, language, { ...rows, claims }), () =>
    accusationsIn({ ...rows, ground, language, claims, leftovers }),
  );
  return { ...rows, claims, accusing, accusations: accusing.value };
}

async function listBesideClaims(
  db: Db,
  { article: { id: article_id, role }, version_id }: { article: ArticleFound; version_id: string },
  before: ViewRows | undefined,
): Promise<RowsBesideClaims> {
  const reads_queries = may(role, 'read_queries');
  const rows = await allOf({
    chains: listAttributions(db, article_id),
    parties: listParties(db, article_id),
    figures: listFigures(db, version_id),
    ticks: listTicks(db, version_id),
    fixes: listFixes(db, article_id),
    queries: reads_queries ? listQueries(db, article_id) : [],
    facts: reads_queries ? listFactsOffered(db, article_id) : [],
    handed_new: reads_queries ? countUndecided(db, article_id) : 0,
    contacts: listContacts(db, article_id, role),
    accused: listAccused(db, article_id),
    questions: listQuestions(db, article_id),
  });
  return {
    ...rows,
    chains: asBefore(before?.chains, rows.chains),
    figures: asBefore(before?.figures, rows.figures),
    ticks: asBefore(before?.ticks, rows.ticks),
    fixes: asBefore(before?.fixes, rows.fixes),
    queries: asBefore(before?.queries, rows.queries),
    contacts: asBefore(before?.contacts, rows.contacts),
  };
}

/** All of the rows that decides who accuses whom; the rest is in the version. */
function accusingThings(
  version_id: string,
  language: string,
  { claims, chains, parties }: Pick<AccusedGround, 'claims' | 'chains' | 'parties'>,
): unknown[] {
  return [
    ...[version_id, language],
    claims.map(({ id, number, state, start, end }) => [id, number, state === 'withdrawn', start, end]),
    chains.map(({ claim_id, party_id }) => [claim_id, party_id]),
    parties.map(({ id, name, role }) => [id, name, role]),
  ];
}

/** Every row with what was typed into it as the reader may see it. What a guest may not is looked for in every word. */
export async function rowsSeen(discretion: Discretion, rows: ViewRows): Promise<ViewRows> {
  if (discretion.visibility === 'inside') return rows;
  const seen = <Row>(see: (discretion: Discretion, row: Row) => Row, some: Row[]) =>
    mapInTurns(some, (row) => see(discretion, row));
  return {
    claims: await seen(claimSeen, rows.claims),
    chains: await seen(partySeen, rows.chains),
    figures: await seen(figureSeen, rows.figures),
    ticks: await seen(tickSeen, rows.ticks),
    fixes: await seen(fixSeen, rows.fixes),
    queries: await seen(querySeen, rows.queries),
    facts: rows.facts,
    handed_new: rows.handed_new,
    contacts: await seen(contactSeen, rows.contacts),
    accused: await seen(accusedSeen, rows.accused),
    accusations: await seen(accusationSeen, rows.accusations),
    parties: rows.parties,
    accusing: rows.accusing,
    questions: await seen(questionSeen, rows.questions),
  };
}
