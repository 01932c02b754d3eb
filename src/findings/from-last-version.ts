// Claims that were settled on other words of the last version, held against those. Pure.
import type { PlacedClaim } from '#src/claims/store.ts';
import { url } from '#src/paths.ts';
import type { Finding } from '#src/reading/consistency/finding.ts';
import { type DeskFinding, keyOf } from './finding.ts';
import { ends, wordsAround } from './from-passages.ts';

/** Those that a new version wants checked again because their words are others; nobody has yet. */
export function settledOnOtherWords(claims: readonly PlacedClaim[]): PlacedClaim[] {
  return claims.filter(
    ({ check_again, anchor_status, start, state }) =>
      check_again !== '' && anchor_status === 'changed' && start !== null && state !== 'withdrawn',
  );
}

/** What was found between the words of a claim now and then, as the desk's own findings. */
export function findingsOfLast(
  { article_number, version }: { article_number: number; version: { id: string; number: number } },
  { claim, words }: { claim: PlacedClaim; words: string },
  found: readonly Finding[],
): DeskFinding[] {
  const last = version.number - 1;
  return found.map(({ kind, places, sentence, there, instead }) => ({
    key: keyOf(version.id, 'last_version', claim.id, kind, ...places.flatMap(ends), words),
    against: 'last_version',
    sentence: `${sentence
      .replaceAll('The passage', `Version ${last}`)
      .replaceAll('the passage', `version ${last}`)
      .replace(/\.$/, '')}; claim ${claim.number} was settled on that.`,
    places,
    other: {
      href: url('version_changes', { id: article_number, number: version.number }),
      said: `Version ${last}`,
      words: wordsAround(words, there),
    },
    claim: { id: claim.id, number: claim.number },
    ...{ evidence_id: null, is_confidential: false, instead, is_told: false },
  }));
}
