// The page models of queries and fixes: lists by state, in the order of the text.
import { cutAtWord } from '#src/cut-at-word.ts';
import { visibilityOf } from '#src/sources/confidentiality.ts';
import { FIX_STATES, FIX_WORDS } from './fixes/words.ts';
import { type QueryRow, queryRow } from './query-row-view.ts';
import { type Asked, frameOf, type Material, type ReviewFrame } from './review-frame-view.ts';
import { type FixRow, fixRow } from './rows-view.ts';

interface Group<Row> {
  state: string;
  name: string;
  hint: string;
  rows: Row[];
}

export interface FixesPage extends ReviewFrame {
  groups: Group<FixRow>[];
  counted: string;
  /** Whether an internal list says more than the one for everybody. */
  names_sources: boolean;
}

export interface QueriesPage extends ReviewFrame {
  groups: Group<QueryRow>[];
  counted: string;
  open_count: number;
}

/** All fixes of the article. */
export function fixesPage(material: Material, asked: Asked): FixesPage {
  const rows = material.fixes.map((fix) => fixRow(fix, material, asked.now));
  return {
    ...frameOf(material, asked, 'fixes'),
    title: `Fixes · ${cutAtWord(material.article.title, 45)}`,
    groups: FIX_STATES.map((state) => {
      const { group: name, hint } = FIX_WORDS[state];
      return { state, name, hint, rows: rows.filter((row) => row.state === state) };
    }).filter((group) => group.rows.length > 0),
    counted: sayFixes(material.fixes),
    names_sources: namesSources(material),
    ...asked.refused,
  };
}

/** Whether the list for everybody would hold any of these words back. */
function namesSources({ fixes, queries, namesIn, article }: Material): boolean {
  if (visibilityOf(article.role) === 'outside') return false;
  const said = [
    ...fixes.flatMap((fix) => [fix.old_words, fix.new_words, fix.reason, fix.decision_line, fix.version_note]),
    ...fixes.flatMap((fix) => [fix.writer_line, fix.writer_name]),
    ...queries.flatMap((query) => [query.question, query.words, query.drop_reason]),
    ...queries.flatMap((query) => query.answers.flatMap(({ answer, name }) => [answer, name])),
  ];
  return said.some((words) => namesIn(words).length > 0);
}

const QUERY_GROUPS: [QueryRow['state'], string, string][] = [
  ['open', 'Open', 'waiting for an answer'],
  ['answered', 'Answered', 'answers are shown with them'],
  ['dropped', 'Dropped', 'no answer needed'],
];

/** All queries of the article; for guests none, but how many are open. */
export function queriesPage(material: Material, asked: Asked & { open_count: number }): QueriesPage {
  const rows = material.queries.map((query) => queryRow(query, material, asked.now));
  return {
    ...frameOf(material, asked, 'queries'),
    title: `Queries · ${cutAtWord(material.article.title, 45)}`,
    groups: QUERY_GROUPS.map(([state, name, hint]) => {
      return { state, name, hint, rows: rows.filter((row) => row.state === state) };
    }).filter((group) => group.rows.length > 0),
    counted: `${asked.open_count} open`,
    open_count: asked.open_count,
    ...asked.refused,
  };
}

/** "2 asked, 1 agreed, 3 in the copy". */
function sayFixes(fixes: readonly { state: FixRow['state'] }[]): string {
  return FIX_STATES.map((state) => [fixes.filter((fix) => fix.state === state).length, FIX_WORDS[state].label] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
}
