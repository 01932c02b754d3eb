// Finds reasons and waivers whose ground changed and was changed back while nobody looked: the log knows.
import type { ArticleView } from '#src/article-view/gather-article.ts';
import { columnsThatDiffer } from '#src/audit/row-hash.ts';
import { listFirstNumbers, listRowsNoted, listRowsNow, type RowsNoted } from '#src/audit/rows-since-store.ts';
import { KEPT } from '#src/database/kept-rows.ts';
import type { KeptRow } from '#src/database/row-watch.ts';
import type { Database, Db } from '#src/database/schema.ts';
import { needed } from '#src/item-at.ts';
import { mapInTurns } from '#src/others-turn.ts';
import { itemsIn } from './answers.ts';
import { RESTS_ON, type Reach } from './rests-on.ts';
import type { AnswerFound } from './store.ts';

/** Something that a reason or a waiver may rest on was stored with this entry otherwise than it stands now. */
interface Touched extends Pick<Reach, 'rules'> {
  number: number;
  keys: readonly string[];
}

/**
 * Those of the reasons and waivers that rest on something which was other than it is now at some time since they were given.
 * Where none stands, nothing is asked.
 */
export async function changedBackAmong(
  db: Db,
  view: ArticleView,
  answers: readonly AnswerFound[],
): Promise<AnswerFound[]> {
  const standing = answers.filter(({ ended_at }) => ended_at === null);
  if (standing.length === 0) return [];
  const chain = view.article.desk_id;
  const given = await listFirstNumbers(db, { chain, subjects: standing.map(subjectOf) });
  const givenAt = (answer: AnswerFound) => needed(given.get(subjectOf(answer)), 'entry of the answer in the log');
  const after = Math.min(...standing.map(givenAt));
  const noted = await listRowsNoted(db, { chain, after, article_id: view.article.id, subjects: subjectsOf(view) });
  const touched = await touchedBy(db, view, noted);
  return standing.filter((answer) => {
    const since = touched.filter(({ number, rules }) => number > givenAt(answer) && applies(rules, answer));
    const keys = new Set(since.flatMap(({ keys }) => keys));
    return itemsIn(answer).some(({ key }) => keys.has(key));
  });
}

function applies(rules: Touched['rules'], { rule }: AnswerFound): boolean {
  return rules?.includes(rule) ?? true;
}

function subjectOf({ id }: Pick<AnswerFound, 'id'>): string {
  return `sign_off_answer:${id}`;
}

/** What the log says of sources it says of no article. */
function subjectsOf({ evidence }: ArticleView): string[] {
  const copies = evidence.flatMap((use) => use.copies.map(({ id }) => `snapshot:${id}`));
  return [...new Set([...evidence.map(({ source_id }) => `source:${source_id}`), ...copies])];
}

async function touchedBy(db: Db, view: ArticleView, noted: readonly RowsNoted[]): Promise<Touched[]> {
  const touched: Touched[] = [];
  for (const [table, reaches] of Object.entries(RESTS_ON) as [keyof Database, readonly Reach[]][]) {
    const entries = noted.filter(({ rows }) => rows[table] !== undefined);
    if (entries.length === 0) continue;
    const keys = new Set(entries.flatMap(({ rows }) => Object.keys(rows[table] ?? {})));
    const now = await listRowsNow(db, table, [...keys]);
    const found = await mapInTurns(entries, (entry) =>
      Object.entries(entry.rows[table] ?? {}).flatMap(([key, known]) =>
        touchedIn({ table, reaches, view }, { entry, key, known, row: now.get(key) }),
      ),
    );
    touched.push(...found.flat());
  }
  return touched;
}

interface Stored {
  entry: RowsNoted;
  key: string;
  known: string | null;
  /** As it stands now; undefined where it is gone. */
  row: KeptRow | undefined;
}

function touchedIn(
  { table, reaches, view }: { table: keyof Database; reaches: readonly Reach[]; view: ArticleView },
  { entry, key, known, row }: Stored,
): Touched[] {
  const { number, salt } = entry;
  if (row === undefined) {
    const was = { ...entry.before, ...entry.after, ...keyParts(table, key) };
    return reaches.map(({ keys, rules }) => ({ number, keys: keys(was, view), ...(rules && { rules }) }));
  }
  const differs = ({ columns, tells }: Reach) =>
    known !== null &&
    ((tells?.(row) ?? false) || columnsThatDiffer({ table, key, row, salt }, known, columns).length > 0);
  return reaches.filter(differs).map(({ keys, rules }) => ({ number, keys: keys(row, view), ...(rules && { rules }) }));
}

/** The columns of the key, for a row that is gone. */
function keyParts(table: keyof Database, key: string): KeptRow {
  const parts = key.split('/');
  const columns = needed(KEPT[table], `kept table ${table}`).key;
  return Object.fromEntries(
    columns.map((column, at) => [column, parts.slice(at, at === columns.length - 1 ? undefined : at + 1).join('/')]),
  );
}
