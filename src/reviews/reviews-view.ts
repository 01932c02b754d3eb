// The page models of queries and fixes: lists by state, in the order of the text.
import { cutAtWord } from '#src/articles/article.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { articleTabs, type TabLink } from '#src/articles/tabs.ts';
import { rangeOf, type Selection } from '#src/claims/selection.ts';
import { RuleBroken } from '#src/errors.ts';
import type { RefusedForm } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
import { may } from '#src/people/permissions.ts';
import { type Range, wordsAt } from '#src/reading/text/range.ts';
import { visibilityOf } from '#src/sources/confidentiality.ts';
import { FIX_STATES, FIX_WORDS } from './fixes/words.ts';
import type { ReviewMaterial } from './gather-reviews.ts';
import { type FixRow, fixRow, type QueryRow, queryRow } from './rows-view.ts';

interface ReviewFrame extends PageFrame {
  article: { number: number; title: string; language: string };
  head: { tabs: TabLink[] };
  /** What the form is about: a claim or words, as hidden fields and as they are said; null for neither. */
  about: About | null;
  may: { ask: boolean; decide: boolean; make_links: boolean; read_queries: boolean };
}

export interface About {
  said: string;
  words: string;
  fields: [name: string, value: string | number][];
}

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

type Material = ReviewMaterial & { article: ArticleFound };

/** What a page is asked to show beside its list: what was pointed at, and a form that was refused. */
export interface Asked {
  now: string;
  claim?: number | undefined;
  selection?: Selection | undefined;
  refused?: RefusedForm | undefined;
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
  ['open', 'Open', 'wait for an answer'],
  ['answered', 'Answered', 'the answers stand by them'],
  ['dropped', 'Dropped', 'nobody need answer them'],
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
export function sayFixes(fixes: readonly { state: FixRow['state'] }[]): string {
  return FIX_STATES.map((state) => [fixes.filter((fix) => fix.state === state).length, FIX_WORDS[state].label] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
}

function frameOf(material: Material, asked: Asked, tab: 'fixes' | 'queries'): Omit<ReviewFrame, 'title'> {
  const { article } = material;
  const { role } = article;
  return {
    nav: 'articles',
    where: article.desk_name,
    article: { number: article.number, title: article.title, language: article.language },
    head: { tabs: articleTabs(article.number, tab) },
    about: aboutIn(material, asked),
    may: {
      ask: may(role, 'ask_queries_and_fixes'),
      decide: may(role, 'decide_fixes'),
      make_links: may(role, 'make_writer_links'),
      read_queries: may(role, 'read_queries'),
    },
  };
}

/** What the address pointed at; what is not there (any more) is passed over, and the form is about the article as a whole. */
function aboutIn({ ground, claims }: Material, { claim, selection }: Asked): About | null {
  const found = claims.find((one) => one.number === claim);
  if (selection !== undefined) {
    const meant = rangeMeant(ground, selection);
    if (meant === null) return null;
    const range = wholeWords(ground.text, meant);
    const words = ground.text.slice(range.start, range.end);
    const sentence = ground.sentences.find((one) => range.start < one.end)?.number;
    const fields: About['fields'] = [
      ['start', range.start],
      ['end', range.end],
      ['version', ground.version.number],
    ];
    if (found !== undefined) fields.push(['claim', found.number]);
    return { said: `sentence ${sentence}`, words, fields };
  }
  if (found === undefined) return null;
  const { statement, number } = found;
  const words = wordsAt(ground.text, found) ?? statement;
  return { said: `claim ${number}`, words, fields: [['claim', number]] };
}

/** A selection that begins or ends within a word means the word. */
function wholeWords(text: string, { start, end }: Range): Range {
  const cuts = (at: number) => /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));
  let [from, to] = [start, end];
  while (from > 0 && cuts(from)) from -= 1;
  while (to < text.length && cuts(to)) to += 1;
  return { start: from, end: to };
}

function rangeMeant(ground: Material['ground'], selection: Selection) {
  try {
    return rangeOf(ground, selection);
  } catch (error) {
    if (error instanceof RuleBroken) return null;
    throw error;
  }
}
