// The list of changes as it leaves the desk: to make, waiting, done; and the queries. Pure.
import { cutAtWord } from '#src/cut-at-word.ts';
import { sayWhole } from '#src/dates.ts';
import { type Audience, INTERNAL, INTERNAL_SAID } from '#src/sources/held-back/audience.ts';
import { FIX_WORDS, type FixState } from '../fixes/words.ts';
import type { ReviewMaterial } from '../gather-reviews.ts';
import { type QueryRow, queryRow } from '../query-row-view.ts';
import { type FixRow, fixRow } from '../rows-view.ts';

export interface ChangeList {
  audience: Audience;
  /** What an internal list says on its face; '' for a public one. */
  internal_said: string;
  /** The title of the window, or of the document. */
  title: string;
  article: { number: number; title: string; language: string };
  desk: string;
  version: number;
  /** The moment at which it is drawn up, in UTC and in the desk's time. */
  at: string;
  as_of: string;
  /** What is to be made first; groups without a fix are left out. */
  groups: { state: FixRow['state']; name: string; rows: ListedFix[] }[];
  refused_count: number;
  queries: ListedQuery[];
}

export interface ListedFix extends Pick<FixRow, 'number' | 'old_words' | 'new_words' | 'reason' | 'version_note'> {
  /** "sentence 4, claim 2". */
  where: string;
  /** The sentence around the words; '' on both sides where it is not known. */
  before: string;
  after: string;
  /** What has been said and decided of it. */
  said: string[];
  is_done: boolean;
}

export interface ListedQuery extends Pick<QueryRow, 'number' | 'question' | 'words'> {
  where: string;
  to_whom: string;
  state: string;
  answers: { answer: string; by: string }[];
}

/** What is to be made comes first; what the copy does not get is only counted. */
const LISTED = ['agreed', 'asked', 'in_copy'] as const satisfies FixState[];

/** The list of an article's fixes for this audience, out of what was gathered for it, with the queries that the reader may read. */
export function listOfFixes(
  material: ReviewMaterial,
  { audience, now }: { audience: Audience; now: string },
): ChangeList {
  const { article, ground } = material;
  const rows = material.fixes.map((fix) => fixRow(fix, material, null));
  const queries = material.queries.map((query) => queryRow(query, material, null));
  return {
    audience,
    internal_said: audience === 'internal' ? INTERNAL_SAID : '',
    title:
      audience === 'internal'
        ? `${INTERNAL} fixes · ${cutAtWord(article.title, 36)}`
        : `Fixes · ${cutAtWord(article.title, 45)}`,
    article: { number: article.number, title: article.title, language: article.language },
    desk: article.desk_name,
    version: ground.version.number,
    at: now,
    as_of: sayWhole(now, article.time_zone),
    groups: LISTED.map((state) => {
      const name = FIX_WORDS[state].group;
      return { state, name, rows: rows.filter((row) => row.state === state).map(listedFix) };
    }).filter(({ rows }) => rows.length > 0),
    refused_count: rows.filter((row) => row.state === 'refused').length,
    queries: queries.filter((query) => query.state !== 'dropped').map(listedQuery),
  };
}

function listedFix(row: FixRow): ListedFix {
  const { number, old_words, new_words, reason, version_note, sentence, is_exact, state } = row;
  return {
    number,
    old_words,
    new_words,
    reason,
    version_note,
    where: whereOf(row),
    before: is_exact ? (sentence?.before ?? '') : '',
    after: is_exact ? (sentence?.after ?? '') : '',
    said: saidOf(row),
    is_done: state === 'in_copy',
  };
}

/** Who asked for it, what the writer said, who decided. */
export function saidOf({ asked, writer, decided, state }: FixRow): string[] {
  const word = writer && [`The writer ${writer.said} (${writer.by})`, writer.line].filter(Boolean).join(': ');
  return [`proposed by ${asked}`, word, decided && (state === 'in_copy' ? decided : `agreed by ${decided}`)].filter(
    (one): one is string => Boolean(one),
  );
}

function listedQuery(row: QueryRow): ListedQuery {
  const { number, question, words, to_whom, state, answers } = row;
  return {
    number,
    question,
    words,
    to_whom: `to the ${to_whom}`,
    state,
    where: whereOf(row),
    answers: answers.map(({ answer, by }) => ({ answer, by })),
  };
}

/** "sentence 4, claim 2"; "the article as a whole" where it is about nothing in particular. */
function whereOf({ sentence, claim_number }: Pick<FixRow, 'sentence' | 'claim_number'>): string {
  const said = [sentence && `sentence ${sentence.number}`, claim_number !== null && `claim ${claim_number}`].filter(
    Boolean,
  );
  return said.join(', ') || 'the article as a whole';
}
