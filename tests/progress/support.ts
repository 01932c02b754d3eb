// What tests of progress look at: the row of an article in lists, the head of its page, what is stored.
import assert from 'node:assert/strict';
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { readingOfText } from '#src/claims/analysis/readings.ts';
import { systemContext } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { listCounted } from '#src/progress/counted-rows-store.ts';
import { COUNTED_AS, type Progress, progressOfRows } from '#src/progress/progress.ts';
import { READING_VERSION } from '#src/reading/reading-version.ts';
import type { Visitor } from '#tests/support/visitor.ts';

/** The words of a piece of a page, from one mark of its HTML to another. */
function wordsIn(body: string, [from, to]: [from: string, to: string]): string {
  const start = body.indexOf(from);
  const html = start < 0 ? '' : body.slice(start, body.indexOf(to, start));
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export type Seen = Record<'list' | 'home' | 'head', string>;
const EVERYWHERE: (keyof Seen)[] = ['list', 'home', 'head'];

/**
 * What the list of articles says of the only article of the desk, what my desk says of all, and what the head of its pages
 * says. The list is looked at in any case, which counts what was not counted yet; nothing is said of a page that nobody wants.
 */
export async function seenBy(visitor: Visitor, path: string, wanted = EVERYWHERE): Promise<Seen> {
  const seen = {
    list: wordsIn((await visitor.visit('/articles')).body, ['<ol class="lines"', '</ol']),
    home: '',
    head: '',
  };
  if (wanted.includes('home')) {
    seen.home = wordsIn((await visitor.visit('/')).body, ['<main', '</main']);
    assert.ok(seen.home.includes(seen.list), `my desk says otherwise than the list: ${seen.home}`);
  }
  if (wanted.includes('head')) seen.head = wordsIn((await visitor.visit(path)).body, ['<div class="head"', '<nav']);
  return seen;
}

/** All that is stored and holds for the article as it is now is what is counted anew; says whether there is such a row. */
export async function assertStoredIsRight(db: Db, number: number): Promise<boolean> {
  const article = await getArticle(systemContext(db), number);
  const row = await db
    .selectFrom('article_progress')
    .selectAll()
    .where('article_id', '=', article.id)
    .where('changed_seq', '=', article.changed_seq)
    .where('counted_as', '=', COUNTED_AS)
    .executeTakeFirst();
  if (row === undefined) return false;
  const stored = JSON.parse(row.counts) as Progress;
  const rows = await listCounted(db, article);
  const isRead = row.reading_version === READING_VERSION && rows.text !== null;
  const reading = isRead ? await readingOfText(db, await getVersionText(db, article), article.language) : null;
  assert.deepEqual(stored, progressOfRows(rows, reading?.leftovers ?? null));
  return true;
}

/** Every claim is sorted by its own time, or else by the deadline its article has now. */
export async function assertSortedByDue(db: Db): Promise<void> {
  const claims = await db
    .selectFrom('claim')
    .innerJoin('article', 'article.id', 'claim.article_id')
    .select(['claim.number', 'claim.due_key', 'claim.due_at', 'article.deadline_at'])
    .execute();
  for (const { number, due_key, due_at, deadline_at } of claims)
    assert.equal(due_key, due_at ?? deadline_at ?? '9999', `claim ${number}`);
}
