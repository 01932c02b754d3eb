// Places one claim in one stretch of the new text: which words meet, and how far the claim then reaches.
import { itemAt } from '#src/item-at.ts';
import type { Range } from '../text/range.ts';
import { align } from './alignment.ts';
import type { PlaceIndex } from './anchor-places.ts';
import { type AnchorSentence, type AnchorText, type AnchorToken, indexAt } from './anchor-text.ts';
import type { SentenceMatching } from './sentence-matching.ts';

export type Revision = { before: AnchorText; after: AnchorText; matching: SentenceMatching; places: PlaceIndex };

/** Tokens `from` to `to` (excluded) of the old text, and the sentences that the first and the last stand in. */
export type ClaimTokens = { from: number; to: number; first_sentence: number; last_sentence: number };

/** Letters of the new text; `kept` is the share of the claim's words that meet their like there. */
export type Place = Range & { kept: number; in_order: boolean };

/** Words around a claim that help to place it. */
const CONTEXT = 12;

/** So few words more at the end of a whole sentence belong to it; more are a sentence of their own. */
const TAIL = 2;

/** The new token that each old one meets, or -1; the old tokens are split into those before, in and after the claim. */
type Meeting = { ahead: Int32Array; claim: Int32Array; behind: Int32Array };

/** Where the claim stands within a stretch of new tokens, or null where none of its words do. */
export function placeIn(revision: Revision, claim: ClaimTokens, window: Range): Place | null {
  const { before, after } = revision;
  const meeting = meetingIn(revision, claim, window);
  const met = [...meeting.claim].filter((token) => token >= 0);
  if (met.length === 0) return null;
  const reach = widened(revision, claim, meeting);
  const start = itemAt(after.tokens, reach.start).start;
  const end = itemAt(after.tokens, reach.end - 1).end;
  const kept = keptShare(before.tokens.slice(claim.from, claim.to), meeting.claim);
  return { start, end, kept, in_order: isBetweenNeighbours(revision, claim, reach) };
}

function meetingIn(revision: Revision, claim: ClaimTokens, window: Range): Meeting {
  const { before, after, places } = revision;
  const from = Math.max(0, claim.from - CONTEXT);
  const meets = align({
    before: before.tokens,
    after: after.tokens,
    from,
    to: Math.min(before.tokens.length, claim.to + CONTEXT),
    claim_from: claim.from,
    claim_to: claim.to,
    window_from: Math.max(0, window.start - CONTEXT),
    window_to: Math.min(after.tokens.length, window.end + CONTEXT),
    isFree: (token) => places.isFree(token) || isOwn(revision, claim, token),
  });
  return {
    ahead: meets.subarray(0, claim.from - from),
    claim: meets.subarray(claim.from - from, claim.to - from),
    behind: meets.subarray(claim.to - from),
  };
}

/** The token stands in a sentence of the claim that did not change, beside one that did. */
function isOwn({ after, matching }: Revision, claim: ClaimTokens, token: number): boolean {
  const sentence = indexAt(after.sentences, itemAt(after.tokens, token).start);
  const old = matching.to_old[sentence] ?? -1;
  return old >= claim.first_sentence && old <= claim.last_sentence;
}

function keptShare(tokens: readonly AnchorToken[], meets: Int32Array): number {
  const words = tokens.map((token, at) => ({ token, meets: itemAt(meets, at) })).filter(({ token }) => token.is_word);
  return words.length === 0 ? 0 : words.filter((word) => word.meets >= 0).length / words.length;
}

/** Over words put in the place of the claim's first or last ones; a claim that was a whole sentence stays one. */
function widened(revision: Revision, claim: ClaimTokens, { ahead, claim: meets, behind }: Meeting): Range {
  const { before, after } = revision;
  const firstMet = meets.findIndex((token) => token >= 0);
  const lastMet = meets.findLastIndex((token) => token >= 0);
  const found = { start: itemAt(meets, firstMet), end: itemAt(meets, lastMet) + 1 };
  const missingAfter = meets.length - 1 - lastMet;
  const lowest = Math.max(sentenceOf(after, found.start)?.from ?? 0, Math.max(-1, ...ahead) + 1);
  const next = behind.find((token) => token >= 0);
  const sentenceEnd = sentenceOf(after, found.end - 1)?.to ?? found.end;
  const highest = Math.min(sentenceEnd, next ?? sentenceEnd);
  const startsSentence = before.sentences[claim.first_sentence]?.from === claim.from;
  const endsSentence = before.sentences[claim.last_sentence]?.to === claim.to;
  const start = startsSentence && firstMet > 0 ? lowest : Math.max(lowest, found.start - firstMet);
  const isTail = missingAfter > 0 || highest - found.end <= TAIL;
  const end = endsSentence && isTail ? highest : Math.min(highest, found.end + missingAfter);
  return { start: Math.min(start, found.start), end: Math.max(end, found.end) };
}

function sentenceOf({ sentences, tokens }: AnchorText, token: number): AnchorSentence | undefined {
  return sentences[indexAt(sentences, itemAt(tokens, token).start)];
}

/** Whether the place lies between the sentences that kept their order around the claim. */
function isBetweenNeighbours({ after, matching }: Revision, claim: ClaimTokens, reach: Range): boolean {
  const { in_order, to_new } = matching;
  const sentence = indexAt(after.sentences, itemAt(after.tokens, reach.start).start);
  let previous = claim.first_sentence - 1;
  while (previous >= 0 && !in_order[previous]) previous--;
  let next = claim.last_sentence + 1;
  while (next < to_new.length && !in_order[next]) next++;
  const isBehind = previous < 0 || itemAt(to_new, previous) <= sentence;
  return isBehind && (next >= to_new.length || sentence <= itemAt(to_new, next));
}
