// What Legal holds and has cleared, as it stands now: a clearance is of a text. Pure.
import { createHash } from 'node:crypto';
import { type Place, placedRange, type Range, wholeRangesAround, wordsAt } from '#src/reading/text/range.ts';
import type { LegalClearance, LegalHold, LegalNote, LegalRows } from './store.ts';

/** A version as far as its sentences are asked for. */
export interface Ground {
  text: string;
  sentences: readonly { start: number; end: number }[];
}

/** A claim as it is placed in that version. */
export type Placed = Place & { id: string };

/** The whole sentences on which the claim stands, as one range; null where it is lost. */
export function sentencesOf({ sentences }: Ground, place: Place): Range | null {
  const range = placedRange(place);
  return range === null ? null : wholeRangesAround(sentences, range);
}

/** SHA-256, in hex, of the whole sentences on which the claim stands, white space folded; of nothing where it is lost. */
export function sentenceHash(ground: Ground, place: Place): string {
  const words = wordsAt(ground.text, sentencesOf(ground, place) ?? { start: null, end: null }) ?? '';
  return createHash('sha256').update(words.replace(/\s+/g, ' ').trim(), 'utf8').digest('hex');
}

export interface LegalOfClaim {
  state: 'free' | 'held' | 'cleared';
  /** All holds, the first first: they stand, until Legal clears. */
  holds: LegalHold[];
  /** The clearance that stands, or null. */
  clearance: LegalClearance | null;
  /** The last clearance that no longer stands, and why not; null where one stands, or there was none. */
  lapsed: { clearance: LegalClearance; why: string } | null;
  notes: LegalNote[];
}

const SENTENCE_CHANGED = 'the claim is on other words now';

/** How a claim stands with Legal. Nobody holds what nobody held; a hold stays when its clearance lapses. */
export function legalOfClaim(rows: LegalRows, claim: Placed, ground: Ground): LegalOfClaim {
  const holds = rows.holds.filter(({ claim_id }) => claim_id === claim.id);
  const notes = rows.notes.filter(({ claim_id }) => claim_id === claim.id);
  const last = rows.clearances.filter(({ claim_id }) => claim_id === claim.id).at(-1);
  const why = last === undefined ? null : whyLapsed(last, claim, ground);
  const stands = last !== undefined && why === null;
  return {
    state: holds.length === 0 ? 'free' : stands ? 'cleared' : 'held',
    holds,
    clearance: stands ? last : null,
    lapsed: last === undefined || why === null ? null : { clearance: last, why },
    notes,
  };
}

function whyLapsed(clearance: LegalClearance, claim: Placed, ground: Ground): string | null {
  if (clearance.lifted_at !== null) return clearance.lift_reason;
  return clearance.sentence_sha256 === sentenceHash(ground, claim) ? null : SENTENCE_CHANGED;
}

export interface LegalOfArticle {
  /** The clearance of the version that is the latest, or null. */
  clearance: LegalClearance | null;
  lapsed: LegalClearance | null;
}

/** Whether this version of the article is cleared. One of an older version lapses with the next. */
export function legalOfArticle(
  rows: LegalRows,
  { latest_version_number }: { latest_version_number: number },
): LegalOfArticle {
  const last = rows.clearances.filter(({ claim_id }) => claim_id === null).at(-1) ?? null;
  const stands = last !== null && last.lifted_at === null && last.version === latest_version_number;
  return { clearance: stands ? last : null, lapsed: stands ? null : last };
}

/**
 * Whether a claim is Legal's to see: it stands, or it was dropped and its words are printed all the same, as when somebody
 * drops what is held and marks the words anew.
 */
export function isForLegal({ state, ...placed }: Placed & { state: string }, ground: Ground): boolean {
  return state !== 'withdrawn' || sentencesOf(ground, placed) !== null;
}

export interface LegalOpen {
  /** The article is marked for Legal and its latest version is not cleared. */
  article: boolean;
  /** The claims that are held and not cleared, in the order of the text. */
  claims: { number: number; holds: LegalHold[] }[];
}

/** What Legal still has to clear. */
export function legalStillOpen(
  rows: LegalRows,
  article: { needs_legal: 0 | 1; latest_version_number: number },
  at: { claims: readonly (Placed & { number: number; state: string })[]; ground: Ground },
): LegalOpen {
  const held = new Set(rows.holds.map(({ claim_id }) => claim_id));
  return {
    article: article.needs_legal === 1 && legalOfArticle(rows, article).clearance === null,
    claims: at.claims
      .filter((claim) => held.has(claim.id) && isForLegal(claim, at.ground))
      .map((claim) => ({ number: claim.number, legal: legalOfClaim(rows, claim, at.ground) }))
      .filter(({ legal }) => legal.state === 'held')
      .map(({ number, legal }) => ({ number, holds: legal.holds })),
  };
}

/** What those outside may know: that this version was cleared; not by whom, nor which claim was held. */
export function legalSeenFromOutside(rows: LegalRows, article: { latest_version_number: number }): LegalRows {
  const { clearance } = legalOfArticle(rows, article);
  const bare = clearance === null ? [] : [{ ...clearance, person_name: '', cleared_by: '', line: '' }];
  return { notes: [], holds: [], clearances: bare };
}
