// Which chosen sentences are still asked about, and for which claims an answer counts. Pure.
import { wordFor } from '#src/counted.ts';
import type { isOpenForEvidence } from '#src/evidence/proposed-sources/proposed-source.ts';
import { placedRange, type Range } from '#src/reading/text/range.ts';
import type { NamesIn } from '#src/sources/held-back/discretion.ts';
import type { FactsAnswerTable, FactsLinkTable, FactsSentenceTable } from './tables.ts';

/** So many sentences may be chosen for one link. */
export const SENTENCES_AT_MOST = 40;
/** So often may whoever has a link send the form. */
export const SENDINGS_AT_MOST = 20;

interface Ground {
  text: string;
  sentences: readonly Range[];
}

/** Where the latest version has these very words as a sentence; nowhere, once they were changed or taken out. */
export function standingAt({ words }: Pick<FactsSentenceTable, 'words'>, { text, sentences }: Ground): Range[] {
  return words === '' ? [] : sentences.filter(({ start, end }) => text.slice(start, end) === words);
}

/** Whether the sentence may be shown to whoever has the link: it stands, and names no confidential source. */
export function isAsked(sentence: Pick<FactsSentenceTable, 'words'>, ground: Ground, namesIn: NamesIn): boolean {
  return standingAt(sentence, ground).length > 0 && namesIn(sentence.words).length === 0;
}

type Placed = { start: number | null; end: number | null; state: Parameters<typeof isOpenForEvidence>[0]['state'] };

/** The claims of the latest version that the sentence holds and that are not dropped. */
export function claimsOn<Claim extends Placed>(
  sentence: Pick<FactsSentenceTable, 'words'>,
  ground: Ground,
  claims: readonly Claim[],
): Claim[] {
  const places = standingAt(sentence, ground);
  return claims.filter((claim) => {
    const range = placedRange(claim);
    if (range === null || claim.state === 'withdrawn') return false;
    return places.some(({ start, end }) => range.start < end && start < range.end);
  });
}

export type LinkState = 'open' | 'withdrawn' | 'expired' | 'erased';

/** What became of a link, or `open` while it can be answered; `now` as ISO text. */
export function stateOfLink(
  link: Pick<FactsLinkTable, 'withdrawn_at' | 'expires_at' | 'erased_at'>,
  now: string,
): LinkState {
  if (link.erased_at !== null) return 'erased';
  if (link.withdrawn_at !== null) return 'withdrawn';
  return link.expires_at > now ? 'open' : 'expired';
}

export const VERDICT_WORDS = { right: 'Right', wrong: 'Wrong' } as const;

export const MAY_NAME_WORDS = {
  '': 'They did not say whether they may be named.',
  yes: 'They may be named.',
  no: 'They ask not to be named.',
} as const;

/** "Sentences 3 and 7 of version 2, by a link for own facts": what was put to them, without a word of the article. */
export function sayPut(numbers: readonly number[], version_number: number): string {
  const listed = numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
  return `${wordFor(numbers.length, 'Sentence', 'Sentences')} ${listed} of version ${version_number}, by a link for own facts: right, or what is wrong?`;
}

/** All that they answered, as the answer of a contact. */
export function sayAnswered(
  answers: readonly (Pick<FactsAnswerTable, 'verdict' | 'says'> & { number: number })[],
  { how_known, may_name }: Pick<FactsLinkTable, 'how_known' | 'may_name'>,
): string {
  const lines = answers.map(({ number, verdict, says }) => `Sentence ${number}: ${verdict}${says ? `: ${says}` : '.'}`);
  return [...lines, how_known && `How they know: ${how_known}`, MAY_NAME_WORDS[may_name]].filter(Boolean).join('\n');
}
