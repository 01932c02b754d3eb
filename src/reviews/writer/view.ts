// The model of the writer's page; every field that goes out is written down here. Pure.
import { sayTime } from '#src/dates.ts';
import type { RefusedForm } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
import { HELD_BACK } from '#src/sources/held-back/discretion.ts';
import { sayDesk } from '../desk-said.ts';
import { FIX_WORDS } from '../fixes/words.ts';
import type { ReviewMaterial } from '../gather-reviews.ts';
import { queryRow } from '../query-row-view.ts';
import { fixRow, type SentenceCut } from '../rows-view.ts';
import type { LinkFound } from './link-store.ts';

/** A query as the writer sees it: no name of anybody, and of the answers only the writer's own. */
export interface WriterQuery {
  number: number;
  question: string;
  sentence: SentenceCut | null;
  /** The words as they stood when it was asked, where they have no place any more. */
  words: string;
  answers: string[];
  is_open: boolean;
}

/** A fix as the writer sees it: the change, why, and how it stands; not who asked or decided, nor with which words. */
export interface WriterFix {
  number: number;
  old_words: string;
  new_words: string;
  reason: string;
  sentence: SentenceCut | null;
  is_exact: boolean;
  /** "waits for your word", "agreed", "in the copy", "stays as it is". */
  state_words: string;
  word: 'agree' | 'refuse' | '';
  line: string;
  revision: number;
  is_open: boolean;
}

export interface WriterPage extends PageFrame {
  heading: string;
  language: string;
  desk: string;
  name: string;
  good_until: string;
  waiting: { queries: WriterQuery[]; fixes: WriterFix[] };
  said: { queries: WriterQuery[]; fixes: WriterFix[] };
  /** What the fields of the form hold, by their names: a field left as it was follows what the desk noted meanwhile. */
  held: Record<string, string>;
  /** What was just kept, in words; '' where nothing was. */
  thanks: string;
}

/** The page for whoever holds the link. Queries to others, dropped ones, and what names a confidential source are not on it. */
export function writerPage(
  material: ReviewMaterial,
  { link, now, thanks }: { link: Pick<LinkFound, 'name' | 'expires_at'>; now: string; thanks: string },
  refused?: RefusedForm,
): WriterPage {
  const { article } = material;
  const queries = queriesFor(material, now);
  const fixes = fixesFor(material, now);
  const waits = { query: (one: WriterQuery) => one.is_open, fix: (one: WriterFix) => one.is_open && one.word === '' };
  return {
    title: 'Questions from the desk',
    heading: material.namesIn(article.title).length > 0 ? HELD_BACK : article.title,
    language: article.language,
    desk: sayDesk(article),
    name: link.name,
    good_until: sayTime(link.expires_at, article.time_zone, now),
    waiting: { queries: queries.filter(waits.query), fixes: fixes.filter(waits.fix) },
    said: {
      queries: queries.filter((one) => !waits.query(one)),
      fixes: fixes.filter((one) => !waits.fix(one)),
    },
    held: Object.fromEntries(
      fixes.flatMap(({ number, word, line }) => [
        [`word_${number}`, word],
        [`line_${number}`, line],
      ]),
    ),
    thanks,
    ...refused,
  };
}

function queriesFor(material: ReviewMaterial, now: string): WriterQuery[] {
  return material.queries
    .filter((query) => query.to_whom === 'writer' && query.state !== 'dropped')
    .map((query) => queryRow(query, material, now))
    .filter((row) => row.held_back.length === 0)
    .map((row) => {
      const { number, question, sentence, words, state } = row;
      const answers = row.answers.filter((answer) => answer.is_writers).map(({ answer }) => answer);
      return { number, question, sentence, words, answers, is_open: state === 'open' };
    });
}

function fixesFor(material: ReviewMaterial, now: string): WriterFix[] {
  return material.fixes
    .map((fix) => ({ fix, row: fixRow(fix, material, now) }))
    .filter(({ row }) => row.held_back.length === 0)
    .map(({ fix, row }) => {
      const { number, old_words, new_words, reason, sentence, is_exact, state, revision } = row;
      const said = {
        word: fix.writer_word ?? '',
        line: fix.writer_line,
        state_words: FIX_WORDS[state].to_writer,
      } as const;
      return {
        number,
        old_words,
        new_words,
        reason,
        sentence,
        is_exact,
        revision,
        ...said,
        is_open: state === 'asked',
      };
    });
}

/** "your answer to question 2 and your view on change 1", out of what the address says was kept and is there. */
export function sayKept(kept: string, material: Pick<ReviewMaterial, 'queries' | 'fixes'>): string {
  const said = kept.split('.').flatMap((one) => {
    const [, kind, digits] = /^([qf])([1-9]\d{0,5})$/.exec(one) ?? [];
    const number = Number(digits);
    const query = kind === 'q' ? material.queries.find((some) => some.number === number) : undefined;
    if (query?.answers.some((answer) => answer.how === 'link')) return [`your answer to question ${number}`];
    const fix = kind === 'f' ? material.fixes.find((some) => some.number === number) : undefined;
    return fix?.writer_how === 'link' ? [`your view on change ${number}`] : [];
  });
  const unique = [...new Set(said)];
  return unique.length < 2 ? unique.join('') : `${unique.slice(0, -1).join(', ')} and ${unique.at(-1)}`;
}
