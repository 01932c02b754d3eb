// A fix as pages and lists show it, and what queries share with it. Pure.
import { sayTime, sayWhole } from '#src/dates.ts';
import { areSameWords } from '#src/reading/text/find-words.ts';
import { type Range, rangesTouching } from '#src/reading/text/range.ts';
import type { FixFound } from './fixes/store.ts';
import { WRITER_WORDS } from './fixes/writer-word-commands.ts';
import { type ReviewMaterial, rangeIn } from './gather-reviews.ts';
import type { QueryFound } from './queries/store.ts';
import { around } from './review-anchor.ts';
import type { AnswerHow } from './tables.ts';
import { placesOf } from './words.ts';

/** A sentence, or several, cut in three: what is before the words, the words, what is after them. */
export interface SentenceCut {
  /** The number of the first sentence. */
  number: number;
  before: string;
  words: string;
  after: string;
}

export interface FixRow {
  id: string;
  number: number;
  state: FixFound['state'];
  old_words: string;
  new_words: string;
  reason: string;
  claim_number: number | null;
  /** The sentence with the old words, or in the copy with the new ones; null where it has no place. */
  sentence: SentenceCut | null;
  /** The words cut out are the very words of the fix. */
  is_exact: boolean;
  asked: string;
  decided: string;
  version_note: string;
  writer: { said: string; line: string; by: string } | null;
  /** What of it names a confidential source, and keeps it from the writer until somebody lets it go. */
  held_back: string[];
  revision: number;
}

export const HOW_WORDS: Record<AnswerHow, string> = {
  link: 'by link',
  page: '',
  phone: 'by phone',
  message: 'by message',
  in_person: 'in person',
};

/** `now` is the moment for which times are said ("today 17:12"); null says them in full, for what is read later. */
export function fixRow(fix: FixFound, material: ReviewMaterial, now: string | null): FixRow {
  const { article } = material;
  const { id, number, state, old_words, new_words, reason, claim_number, version_note, revision } = fix;
  const wanted = state === 'in_copy' ? new_words : old_words;
  const sentence = cutAt(fix, material, wanted);
  const say = sayer(article.time_zone, now);
  return {
    id,
    number,
    state,
    old_words,
    new_words,
    reason,
    claim_number,
    sentence,
    is_exact: sentence !== null && areSameWords(sentence.words, wanted),
    asked: joinWords([fix.asker_name ?? 'the operator', say(fix.asked_at)]),
    decided: decidedIn(fix, say),
    version_note,
    writer: writerIn(fix, say),
    held_back: fix.is_cleared === 1 ? [] : material.namesIn(`${new_words}\n${reason}`),
    revision,
  };
}

/** Says times of this zone: as seen from `now`, or whole where that is null. */
export function sayer(zone: string, now: string | null): (at: string) => string {
  return (at) => (now === null ? sayWhole(at, zone) : sayTime(at, zone, now));
}

function decidedIn(fix: FixFound, say: (at: string) => string): string {
  const by = fix.decided_at === null ? '' : joinWords([fix.decider_name ?? 'the operator', say(fix.decided_at)]);
  const version = fix.in_copy_version === null ? '' : `in version ${fix.in_copy_version}`;
  const word = fix.state === 'in_copy' && by !== '' ? `agreed by ${by}` : by;
  return [[version, word].filter(Boolean).join(', '), fix.decision_line].filter(Boolean).join(': ');
}

function writerIn(fix: FixFound, say: (at: string) => string): FixRow['writer'] {
  if (fix.writer_word === null || fix.writer_at === null) return null;
  const how = fix.writer_how === null ? '' : HOW_WORDS[fix.writer_how];
  return {
    said: WRITER_WORDS[fix.writer_word],
    line: fix.writer_line,
    by: joinWords([fix.writer_name, how, say(fix.writer_at)]),
  };
}

/** Where its words stand, in its place or in the sentence around; its place itself where they do not; null without a place. */
export function placeOf(
  one: FixFound | QueryFound,
  material: Pick<ReviewMaterial, 'ground' | 'claims'>,
  words: string,
): Range | null {
  const range = rangeIn(one, material);
  if (range === null) return null;
  const { ground } = material;
  const [inner = range] = [
    ...placesOf(ground.text, words, range),
    ...placesOf(ground.text, words, around(ground, range)),
  ];
  return inner;
}

/** The sentence in which it stands, cut at its words; null where it has no place. */
export function cutAt(one: FixFound | QueryFound, material: ReviewMaterial, words: string): SentenceCut | null {
  const [range, inner] = [rangeIn(one, material), placeOf(one, material, words)];
  if (range === null || inner === null) return null;
  const { ground } = material;
  const whole = around(ground, range);
  const [first] = rangesTouching(ground.sentences, whole);
  return {
    number: first?.number ?? 0,
    before: ground.text.slice(whole.start, inner.start),
    words: ground.text.slice(inner.start, inner.end),
    after: ground.text.slice(inner.end, whole.end),
  };
}

/** The words that are there, with commas between them. */
export function joinWords(words: string[]): string {
  return words.filter(Boolean).join(', ');
}
