// A query as pages and lists show it, in its sentence. Pure.
import type { ReviewMaterial } from './gather-reviews.ts';
import type { AnswerFound, QueryFound } from './queries/store.ts';
import { cutAt, HOW_WORDS, joinWords, type SentenceCut, sayer } from './rows-view.ts';

export interface QueryRow {
  id: string;
  number: number;
  state: QueryFound['state'];
  to_whom: QueryFound['to_whom'];
  question: string;
  words: string;
  claim_number: number | null;
  sentence: SentenceCut | null;
  asked: string;
  answers: { answer: string; by: string; is_writers: boolean; is_by_link: boolean }[];
  dropped: string;
  drop_reason: string;
  held_back: string[];
  revision: number;
}

/** `now` as for a fix. */
export function queryRow(query: QueryFound, material: ReviewMaterial, now: string | null): QueryRow {
  const { id, number, state, to_whom, question, words, claim_number, drop_reason, revision } = query;
  const say = sayer(material.article.time_zone, now);
  const held = to_whom === 'writer' && query.is_cleared === 0;
  return {
    id,
    number,
    state,
    to_whom,
    question,
    words,
    claim_number,
    sentence: cutAt(query, material, words),
    asked: joinWords([query.asker_name ?? 'the operator', say(query.asked_at)]),
    answers: query.answers.map((answer) => ({
      answer: answer.answer,
      by: answerBy(answer, say),
      is_writers: answer.answered_by === 'writer',
      is_by_link: answer.how === 'link',
    })),
    dropped: query.dropped_at === null ? '' : joinWords([query.dropper_name ?? 'the operator', say(query.dropped_at)]),
    drop_reason,
    held_back: held ? material.namesIn(question) : [],
    revision,
  };
}

/** "Marta Quist, by phone, noted by Ben Okafor, today 17:12". */
function answerBy({ name, how, noter_name, at }: AnswerFound, say: (at: string) => string): string {
  const noted = how === 'page' || how === 'link' || noter_name === null ? '' : `noted by ${noter_name}`;
  return joinWords([name, HOW_WORDS[how], noted, say(at)]);
}
