// The model of the page of own facts; every field that goes out is written down here. Pure.
import type { VersionText } from '#src/articles/version-text-store.ts';
import { sayTime } from '#src/dates.ts';
import type { RefusedForm } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
import type { NamesIn } from '#src/sources/held-back/discretion.ts';
import { sayDesk } from '../desk-said.ts';
import { isAsked } from './facts.ts';
import type { OpenFacts } from './store.ts';
import type { FactsAnswerTable } from './tables.ts';

export interface AskedSentence {
  position: number;
  words: string;
  verdict: '' | 'right' | 'wrong';
  says: string;
}

export interface FactsPage extends PageFrame {
  language: string;
  desk: string;
  /** What the desk says to them. */
  their_line: string;
  good_until: string;
  asked: AskedSentence[];
  /** What they answered of sentences that have changed since. */
  answered: AskedSentence[];
  /** How many are asked no more and were not answered. */
  gone: number;
  how_known: string;
  may_name: string;
  is_kept: boolean;
}

/** Only the chosen sentences that still stand, with what they said of each. */
export function factsPage(
  { link, article, sentences, ground, standing }: OpenFacts & { ground: VersionText; standing: FactsAnswerTable[] },
  { now, namesIn, is_kept }: { now: string; namesIn: NamesIn; is_kept: boolean },
  refused?: RefusedForm,
): FactsPage {
  const rows = sentences.map((sentence) => {
    const answer = standing.find(({ position }) => position === sentence.position);
    const is_held = namesIn(sentence.words).length > 0;
    const { position, words } = sentence;
    const shown = { position, words, verdict: answer?.verdict ?? '', says: answer?.says ?? '' } as const;
    return { shown, is_asked: isAsked(sentence, ground, namesIn), is_answered: answer !== undefined && !is_held };
  });
  const gone = rows.filter(({ is_asked }) => !is_asked);
  return {
    title: 'Is this right?',
    language: article.language,
    desk: sayDesk(article),
    their_line: namesIn(link.note).length > 0 ? '' : link.note,
    good_until: sayTime(link.expires_at, article.time_zone, now),
    asked: rows.filter(({ is_asked }) => is_asked).map(({ shown }) => shown),
    answered: gone.filter(({ is_answered }) => is_answered).map(({ shown }) => shown),
    gone: gone.filter(({ is_answered }) => !is_answered).length,
    how_known: link.how_known,
    may_name: link.may_name,
    is_kept: is_kept && link.answered_at !== null,
    ...refused,
  };
}
