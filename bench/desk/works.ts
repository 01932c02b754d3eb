// What bench/desk.ts asks of the desk, and what of the limit: reads, reads again, saves.
import { itemAt } from '#src/item-at.ts';
import type { Question } from './asking.ts';
import type { Seeded } from './seed.ts';

export interface Work {
  name: string;
  /** How many times the limit it may cost. */
  reach: number;
  /** The next question for the desk; undefined when there is nothing left to save. */
  ours: () => Question | undefined;
  /**
   * `page`: R is the limit's page of as many bytes. `first`: R is the page of the first row. `byte`: a byte, beside one of the
   * first row. `save`: R is the limit's form. `both`: R is page and form in turns.
   */
  beside: 'page' | 'first' | 'byte' | 'save' | 'both';
}

const A_DAY = '/articles/';

/** All of them, in the order of the table; the first is the page that others are held against. */
export function worksOn(seeded: Seeded): Work[] {
  const page = `${A_DAY}${seeded.article}`;
  const read = (name: string, path: string, reach: number, beside: Work['beside'] = 'page'): Work => {
    return { name, reach, beside, ours: () => ({ path, status: 200 }) };
  };
  return [
    read(`article page, ${seeded.most_claims} claims`, page, 2),
    {
      name: 'the same, unchanged',
      reach: 0.15,
      beside: 'page',
      ours: () => ({ path: page, unchanged: true, status: 304 }),
    },
    { name: 'article page and a save before it', reach: 2, beside: 'both', ours: savedBefore(seeded) },
    read('page with a claim in hand', `${page}/claims/${seeded.most_claims / 2}`, 2),
    read('my desk', '/', 3, 'first'),
    read('article list', '/articles', 3, 'first'),
    read('second read', `${page}/claims/${seeded.most_claims / 2}?list=second_read`, 3, 'first'),
    read('library', '/sources', 3, 'first'),
    read('report.json, a byte', `${page}/report.json`, 2, 'byte'),
    ...saves(seeded),
  ];
}

function saves(seeded: Seeded): Work[] {
  const { in_work, claims, verdict } = seeded;
  const half = Math.max(1, Math.floor(in_work.length / 2));
  const save = (name: string, question: (of: Next) => Question, each: number): Work => {
    return { name, reach: 3, beside: 'save', ours: inTurn(seeded, each, question) };
  };
  const form = ({ path, form }: { path: string; form: Record<string, string> }): Question => ({
    path,
    form,
    status: 303,
  });
  return [
    save(
      'save: evidence by one line',
      ({ article, at, count }) => {
        const { number } = itemAt(in_work, at);
        const source_line = `https://tarn.example/late-${count}`;
        const fields = { source_line, passage: 'as many boats lay there', place: 'page 3' };
        return form({ path: `${A_DAY}${article}/claims/${number}/evidence`, form: fields });
      },
      half,
    ),
    save(
      'save: verdict and sentence',
      ({ article, at }) => {
        const { number, revision } = itemAt(in_work, in_work.length - 1 - at);
        const verdict_sentence = `The log of the day has ${number} boats.`;
        const fields = { revision: String(revision), content_verdict: verdict, verdict_sentence };
        return form({ path: `${A_DAY}${article}/claims/${number}/verdicts`, form: fields });
      },
      half,
    ),
    save(
      'save: mark a claim',
      ({ article, at }) => {
        const fields = { sentence: String(claims + 2 + at), words: '', version: '1' };
        return form({ path: `${A_DAY}${article}/claims`, form: fields });
      },
      claims,
    ),
  ];
}

/** So many articles are in hand at once, and have been opened before. */
const IN_HAND = 10;

/** An article's page and then a save on another of those in hand, whose page comes some turns later: nothing of it holds. */
function savedBefore({ first_copy, copies, in_work }: Seeded): () => Question {
  const in_hand = Math.min(IN_HAND, copies + 1);
  const later = Math.floor(in_hand / 2);
  // The others are judged by another work, which knows their revisions.
  const starred = in_work.slice(0, Math.max(1, Math.floor(in_work.length / 2)));
  let count = -1;
  return () => {
    count += 1;
    const turn = Math.floor(count / 2);
    const path = `${A_DAY}${first_copy + (turn % in_hand)}`;
    if (count % 2 === 0) return { path, status: 200 };
    const saved = turn + later;
    const article = `${A_DAY}${first_copy + (saved % in_hand)}`;
    const form: Record<string, string> = Math.floor(saved / in_hand) % 2 === 0 ? { is_key: 'yes' } : {};
    const { number } = itemAt(starred, Math.floor(saved / in_hand / 2) % starred.length);
    return { path: `${article}/claims/${number}/key`, form, status: 303 };
  };
}

interface Next {
  article: number;
  /** Which of the `each` things of the article. */
  at: number;
  count: number;
}

/** Each article in turn, so that none grows by much; after so many rounds as there are things in each, nothing is left. */
function inTurn({ first_copy, copies }: Seeded, each: number, question: (next: Next) => Question) {
  let count = -1;
  const articles = copies + 1;
  return (): Question | undefined => {
    count += 1;
    const at = Math.floor(count / articles);
    return at < each ? question({ article: first_copy + (count % articles), at, count }) : undefined;
  };
}
