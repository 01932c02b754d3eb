// Claims through a revision: where their words went, and what changed in the sentence around them.
import { itemAt } from '#src/item-at.ts';
import type { Attribution } from '../attribution/attributed.ts';
import { attributionsOf } from '../attribution/attribution.ts';
import { attributionAt, speakersOf } from '../check-worthiness/claim-reading.ts';
import { type Sentence, sentencesOf } from '../sentences/sentences.ts';
import { overlaps, type Range } from '../text/range.ts';
import { type Anchor, reanchor } from './anchors.ts';
import { changesBetween, type SentenceChange, type SentenceVersion } from './sentence-changes.ts';

/** The whole sentence around a claim, and who speaks there, outermost first. */
export type Surroundings = SentenceVersion & { chain: { name: string; role: string | null }[] };

/** `changes` is empty where neither the whole sentence nor its speaker differs, and where the claim is lost; `after` is then null. */
export type FollowedClaim = Anchor & { changes: SentenceChange[]; before: Surroundings; after: Surroundings | null };

type Version = { text: string; language: string | undefined; sentences: Sentence[]; attributions: Attribution[] };

/** Follows ranges of one text into the next, in their order. A claim whose quote is exact may still have `changes`. */
export function followClaims(
  before: string,
  after: string,
  ranges: readonly Range[],
  language?: string,
): FollowedClaim[] {
  const old = versionOf(before, language);
  const fresh = versionOf(after, language);
  return reanchor(before, after, ranges, language).map((anchor, index): FollowedClaim => {
    const was = around(old, itemAt(ranges, index));
    if (anchor.status === 'lost') return { ...anchor, changes: [], before: was, after: null };
    const is = around(fresh, anchor);
    return { ...anchor, changes: changesBetween(was, is), before: was, after: is };
  });
}

function versionOf(text: string, language: string | undefined): Version {
  const sentences = sentencesOf(text, language);
  return { text, language, sentences, attributions: attributionsOf(text, sentences, language) };
}

/** The sentences that a range touches, as one, and who speaks there. */
function around({ text, language, sentences, attributions }: Version, range: Range): Surroundings {
  const touched = sentences.filter((sentence) => overlaps(sentence, range));
  const sentence = { start: touched[0]?.start ?? range.start, end: touched.at(-1)?.end ?? range.end };
  const attribution = attributionAt(attributions, range);
  return { text, language, sentence, speaker: attribution?.speaker ?? null, chain: speakersOf(attribution) };
}
