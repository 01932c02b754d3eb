// The card that somebody who answered on their own facts becomes, and the use of it for a claim. Pure.
import { localOf, sayWhole } from '#src/dates.ts';
import type { SourceFields } from '#src/sources/card/source.ts';
import type { FactsAnswerFound } from './answer-store.ts';
import { MAY_NAME_WORDS, VERDICT_WORDS } from './facts.ts';

interface Zoned {
  time_zone: string;
}

/** As anybody may read it: "Ola Brand, on own facts". */
export function openCardOf(link: { name: string; created_at: string }, { time_zone }: Zoned): SourceFields {
  return {
    ...{ title: `${link.name}, on own facts`, type: 'statement', url: '', publisher: '', author: '', doi: '' },
    ...{ dated_on: localOf(link.created_at, time_zone).slice(0, 10), proximity: null, interest: OWN },
    ...{ is_confidential: 0, alias: '', anonymity_reason: '', granted_by: '' },
  };
}

const OWN = 'speaks of their own facts';

/** What the answer is for a claim: for it or against it, what they said, when, how they know. */
export function useOf(answer: FactsAnswerFound, { time_zone }: Zoned) {
  const { verdict, says, how_known, may_name, number, version_number, at } = answer;
  const said = `${VERDICT_WORDS[verdict]}, they say of sentence ${number} of version ${version_number}.`;
  return {
    about: 'content' as const,
    stance: verdict === 'right' ? ('for' as const) : ('against' as const),
    passage: says,
    place: `by link, ${sayWhole(at, time_zone)}`,
    note: [said, how_known && `How they know: ${how_known}`, MAY_NAME_WORDS[may_name]].filter(Boolean).join('\n'),
  };
}
