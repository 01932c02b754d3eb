// What is left to read as a list beside the text: details first, then sentences, each with what settles it.
import { may } from '#src/people/permissions.ts';
import type { Leftover, LeftoverKind } from '#src/reading/check-worthiness/leftovers.ts';
import { type WorkbenchView, wouldCover } from '../gather-article.ts';

const KIND_WORDS: Record<LeftoverKind, string> = {
  name: 'a name',
  title: 'a title',
  number: 'a number',
  date: 'a date or time',
  place: 'a place',
  quotation: 'a quotation',
  placeholder: 'still to come; cannot be ticked',
};

/** A leftover as pages show it, with what it is and whether a tick may cover it. */
export function shownLeftover({ start, end, kind }: Leftover, text: string) {
  return {
    ...{ start, end, words: text.slice(start, end) },
    kind_words: KIND_WORDS[kind],
    can_be_ticked: kind !== 'placeholder',
  };
}

export interface UnreadList {
  details: (ReturnType<typeof shownLeftover> & { sentence: number })[];
  /** With the details that initials on a sentence would cover. */
  sentences: { number: number; start: number; end: number; words: string; covers: string }[];
  may_work: boolean;
}

/** The list, in the order of the text. */
export function unreadList(gathered: WorkbenchView): UnreadList {
  const { article, ground, coverage } = gathered;
  const left = coverage.sentences.flatMap(({ number, leftovers }) => leftovers.map((one) => ({ number, one })));
  const unread = new Set(coverage.sentences.filter(({ state }) => state === 'unread').map(({ number }) => number));
  return {
    details: left.map(({ number, one }) => ({ sentence: number, ...shownLeftover(one, ground.text) })),
    sentences: ground.sentences
      .filter(({ number }) => unread.has(number))
      .map(({ number, start, end }) => ({
        ...{ number, start, end },
        words: ground.text.slice(start, end),
        covers: wouldCover(gathered, number).join(', '),
      })),
    may_work: may(article.role, 'mark_claims'),
  };
}
