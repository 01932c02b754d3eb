// A leak as a person is told it, with what an editor answered. Pure.
import { url } from '#src/paths.ts';
import type { Leak } from './leaks.ts';
import type { LeakAnswer } from './store.ts';

export interface LeakTold {
  /** The same for as long as the same is found. */
  key: string;
  /** What was found; '' where it is not told. */
  said: string;
  /** What it is, in a sentence. */
  label: string;
  places: { place: string; href: string }[];
  href: string;
  is_printed: boolean;
  covers: string;
  /** It is of an identity record: its words are for those whom that names. */
  is_sealed: boolean;
  /** Which editor let it stand in these words; null where none did. Only what the article prints is let stand. */
  answer: { by: string; at: string } | null;
}

export interface Telling {
  /** The number of the article. */
  id: number;
  key: string;
  is_sealed: boolean;
  answers: readonly LeakAnswer[];
}

/** The leak with word and places, for those who may read both. */
export function toldLeak(leak: Leak, { id, key, is_sealed, answers }: Telling): LeakTold {
  const { said, places, is_printed, covers } = leak;
  const where = [...new Set(places.map(({ place }) => place))].join('; ') || 'the article’s own text';
  return {
    key,
    said,
    label: `“${said}” in ${where}`,
    places: places.map(({ place, href }) => ({ place, href })),
    href: url('leaks', { id }),
    is_printed,
    covers,
    is_sealed,
    answer: answerTo({ key, covers, is_printed }, answers),
  };
}

/** Which editor let it stand in these words; null where none did, or the article does not print it. */
export function answerTo(
  { key, covers, is_printed }: Pick<LeakTold, 'key' | 'covers' | 'is_printed'>,
  answers: readonly LeakAnswer[],
): LeakTold['answer'] {
  const answer = answers.find((one) => is_printed && one.leak_key === key && one.covers === covers);
  return answer === undefined ? null : { by: answer.answered_by_name, at: answer.answered_at };
}

/** That there is something, without word or place. */
export function untoldLeak(label: string, { id, key, covers }: { id: number; key: string; covers: string }): LeakTold {
  const nothing = { said: '', places: [], is_printed: false, is_sealed: true, answer: null };
  return { ...nothing, key, label, href: url('leaks', { id }), covers };
}
