// The log of an article for people, and as JSON lines for those who re-trace it.
import { gatherEvidence } from '#src/article-view/gather-evidence.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { findHead } from '#src/audit/head.ts';
import { type LogEntry, listEntriesAfter, listEntriesOfArticle } from '#src/audit/store.ts';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { sayTime, sayWhole } from '#src/dates.ts';
import { itemAt } from '#src/item-at.ts';
import { numberIn } from '#src/number-in.ts';
import { type OutgoingFile, piecesOf } from '#src/outgoing-file.ts';
import { url } from '#src/paths.ts';
import { verbsSeenFrom, visibilityOf } from '#src/sources/confidentiality.ts';
import { fileName, ownAudience } from '#src/sources/held-back/audience.ts';
import { discretionOn } from '#src/sources/held-back/discretion.ts';
import { entrySeen } from '#src/sources/held-back/typed-words.ts';
import { historyOf } from '../article/history.ts';
import { gatherArticle, type WorkbenchView } from '../gather-article.ts';
import { headOf, windowTitle } from '../head.ts';

const ENTRIES_A_PAGE = 100;
const ENTRIES_A_PIECE = 500;

/** The model of /articles/:id/log, newest first; `before` is the number of an entry. */
export async function logPage(ctx: Context, found: ArticleFound, query: { before?: unknown }) {
  const before = numberIn(query.before);
  const verbs = verbsSeenFrom(visibilityOf(found.role));
  const wanted = { article_id: found.id, before, verbs, limit: ENTRIES_A_PAGE + 1 };
  const entries = await listEntriesOfArticle(ctx.db, wanted);
  const gathered = await gatherArticle(ctx, found);
  const { article } = gathered;
  const shown = entries.slice(0, ENTRIES_A_PAGE).map((entry) => entrySeen(gathered.discretion, entry));
  const head = await findHead(ctx.db, article.desk_id);
  const names = new Map(gathered.members.map((member) => [member.person_id, member.display_name]));
  const visibility = { names, verdicts: gathered.verdicts, zone: article.time_zone, now: ctx.at };
  const lines = historyOf(shown, visibility);
  const claim_of = new Map((await gatherEvidence(ctx, found)).map(({ id, claim_id }) => [id, claim_id]));
  return {
    title: windowTitle(article, 'Log'),
    nav: 'articles',
    where: article.desk_name,
    head: headOf(gathered, ctx.at, 'log'),
    chain_head: head,
    rows: shown.map((entry, index) => ({
      ...lines[index],
      number: entry.number,
      hash: entry.hash,
      on: subjectOf(gathered, entry, claim_of),
      whole_time: sayWhole(entry.at, article.time_zone),
      said_at: sayTime(entry.at, article.time_zone, ctx.at),
    })),
    older:
      entries.length > shown.length
        ? url('article_log', { id: article.number }, { before: shown.at(-1)?.number })
        : null,
    newest: before === undefined ? null : url('article_log', { id: article.number }),
  };
}

/**
 * The log of the article as the actor may read it, oldest first, one JSON object a line, with hashes and details as they are
 * stored. Whole and marked as internal for those inside; from outside without what names a confidential source.
 */
export function logLines(ctx: Context, article: ArticleFound): OutgoingFile {
  return {
    file_name: fileName(`claimdesk-${article.number}-log`, ownAudience(article.role), '.jsonl'),
    media_type: 'application/jsonl',
    pieces: piecesOf(linesOf(ctx.db, article)),
  };
}

async function* linesOf(db: Db, article: ArticleFound): AsyncGenerator<string> {
  const audience = ownAudience(article.role);
  const at = { article_id: article.id, verbs: verbsSeenFrom(visibilityOf(article.role)), limit: ENTRIES_A_PIECE };
  for (let after = 0; ; ) {
    const entries = await listEntriesAfter(db, { ...at, after });
    // Asked last, with each piece: what is held back is never older than the entries.
    const discretion = await discretionOn(db, article, article.role);
    for (const entry of entries) yield `${JSON.stringify({ ...entrySeen(discretion, entry), audience })}\n`;
    if (entries.length < ENTRIES_A_PIECE) return;
    after = itemAt(entries, -1).number;
  }
}

function subjectOf(
  { article, claims, contacts, accused, fixes, queries, questions }: WorkbenchView,
  entry: LogEntry,
  claim_of: ReadonlyMap<string, string>,
): { words: string; href: string } | null {
  const [kind, subject_id] = entry.subject.split(':');
  const id = article.number;
  const claim =
    claims.find((one) => one.id === subject_id) ??
    claims.find((one) => one.id === claim_of.get(subject_id ?? '')) ??
    claims.find((one) => one.id === fixes.find((fix) => fix.id === subject_id)?.claim_id);
  if (claim !== undefined) return { words: `claim ${claim.number}`, href: url('claim', { id, number: claim.number }) };
  const fix = fixes.find((one) => one.id === subject_id);
  if (fix !== undefined) return { words: `fix ${fix.number}`, href: `${url('fixes', { id })}#fix-${fix.number}` };
  const query = queries.find((one) => one.id === subject_id);
  if (query !== undefined)
    return { words: `query ${query.number}`, href: `${url('queries', { id })}#query-${query.number}` };
  const question = questions.find(
    (one) =>
      one.id === subject_id ||
      [...one.accounts, ...one.withdrawn_accounts].some((account) => account.id === subject_id),
  );
  if (question !== undefined)
    return { words: `question ${question.number}`, href: url('question', { id, question: question.number }) };
  const contact = contacts.find((one) => one.id === subject_id);
  if (contact !== undefined) return { words: 'a contact', href: url('contact', { id, contact: contact.id }) };
  const accusation = accused.find((one) => one.id === subject_id);
  if (accusation !== undefined)
    return { words: 'the accused', href: url('accused', { id, accused: accusation.number }) };
  return kind === 'article' ? { words: 'the article', href: url('article', { id }) } : null;
}
