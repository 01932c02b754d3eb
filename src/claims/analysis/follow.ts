// Where claims, ticks, initials and readers of the old version go in the new one. Pure.
import type { SentenceTable } from '#src/articles/tables.ts';
import type { Anchor } from '#src/reading/alignment/anchors.ts';
import { type FollowedClaim, followClaims, type Surroundings } from '#src/reading/alignment/followed-claims.ts';
import { type Range, rangeAt } from '#src/reading/text/range.ts';
import type { PlacedClaim } from '../store.ts';
import type { InitialTable, ParagraphAssigneeTable, TickTable } from '../tables.ts';
import { causeOf } from './cause.ts';
import type { SentenceChanges } from './version-changes.ts';

/** By number of a new sentence: the old one that it is, or was made from. */
export type SentenceOrigins = Pick<SentenceChanges<SentenceTable>, 'same' | 'changed'>;

export interface RevisedText {
  text: string;
  parts: readonly Range[];
  sentences: readonly SentenceTable[];
}

/** Where a claim goes: its anchor in the new version, what is to be checked again, and who spoke around it before and after. */
export type Destination = Anchor & {
  cause: string;
  changes: FollowedClaim['changes'];
  /** `after` is null where the claim is lost. */
  speakers: { before: Chain; after: Chain | null };
};

type Chain = Surroundings['chain'];

export interface CarriedClaim {
  claim: PlacedClaim;
  destination: Destination;
  /** It had no place in the version before. */
  was_lost: boolean;
}

/** Follows ranges of one text into the next, in their order; none runs over the end of a part. */
export function destinationsOf(
  before: string,
  after: RevisedText,
  follow: { ranges: readonly Range[]; language: string },
): Destination[] {
  return followClaims(before, after.text, follow.ranges, follow.language).map((followed) => {
    if (followed.status === 'lost') return destinationOf(followed);
    const part = rangeAt(after.parts, followed.start);
    const kept: FollowedClaim =
      part && followed.end > part.end ? { ...followed, end: part.end, status: 'changed' } : followed;
    return destinationOf(kept);
  });
}

function destinationOf(followed: FollowedClaim): Destination {
  const { before, after, ...anchor } = followed;
  return { ...anchor, cause: causeOf(followed), speakers: { before: before.chain, after: after?.chain ?? null } };
}

/** A tick stays where the whole sentence around it is the same: a sentence that was touched is to be read again. */
function staysTicked(destination: Destination): destination is Destination & { status: 'exact' | 'moved' } {
  const { status, changes } = destination;
  return (status === 'exact' || status === 'moved') && changes.every((change) => change === 'speaker');
}

/** The initials of sentences that stand word for word, on their new sentences. */
export function carriedInitials(
  initials: readonly InitialTable[],
  changes: SentenceOrigins,
  after: readonly SentenceTable[],
): InitialTable[] {
  const given = new Map(initials.map((initial) => [initial.sentence_id, initial]));
  return after.flatMap((sentence) => {
    const initial = given.get(changes.same.get(sentence.number)?.id ?? '');
    return initial ? [{ sentence_id: sentence.id, person_id: initial.person_id, at: initial.at }] : [];
  });
}

/** Who reads which new paragraph: the reader of the old paragraph that most of its sentences come from. */
export function carriedReaders(
  readers: readonly Pick<ParagraphAssigneeTable, 'paragraph' | 'person_id'>[],
  changes: SentenceOrigins,
  after: readonly SentenceTable[],
): Pick<ParagraphAssigneeTable, 'paragraph' | 'person_id'>[] {
  const readerOf = new Map(readers.map((reader) => [reader.paragraph, reader.person_id]));
  return [...Map.groupBy(after, (sentence) => sentence.paragraph)].flatMap(([paragraph, sentences]) => {
    const votes = new Map<number, number>();
    for (const { number } of sentences) {
      const old = changes.same.get(number) ?? changes.changed.get(number);
      if (old) votes.set(old.paragraph, (votes.get(old.paragraph) ?? 0) + 1);
    }
    const origin = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
    const person_id = readerOf.get(origin ?? 0);
    return person_id === undefined ? [] : [{ paragraph, person_id }];
  });
}

/** The ticks that stay, on their new words. `destinations` are theirs, in their order. */
export function carriedTicks(ticks: readonly TickTable[], destinations: readonly Destination[]): (TickTable & Range)[] {
  return ticks.flatMap((tick, index) => {
    const destination = destinations[index];
    if (!destination || !staysTicked(destination) || destination.start === null) return [];
    const { person_id, at, note, id, version_id } = tick;
    return [{ id, version_id, person_id, at, note, start: destination.start, end: destination.end }];
  });
}
