// From where somebody looks, and what of confidential sources and of the log is seen from there. Pure.
import { may } from '#src/people/permissions.ts';
import type { DeskRole } from '#src/people/tables.ts';

/** From where somebody looks: reviewers, editors and the operator from inside; guests, writers and the public from outside. */
export type Visibility = 'inside' | 'outside';

/** From where a member looks. Whatever is not known to work at the desk looks from outside. */
export function visibilityOf(role: DeskRole | Visibility | null | undefined): Visibility {
  if (role === 'inside' || role === 'outside') return role;
  return may(role, 'see_confidential') ? 'inside' : 'outside';
}

/** The sources from which one derives, the nearest first: from outside as far as the first confidential one. */
export function lineSeenFrom<One extends { is_confidential: 0 | 1 }>(visibility: Visibility, line: One[]): One[] {
  const hidden = line.findIndex((one) => one.is_confidential === 1);
  return visibility === 'inside' || hidden < 0 ? line : line.slice(0, hidden);
}

/** What derives from a source, those at first hand first: from outside without the confidential ones and what hangs on them. */
export function derivedSeenFrom<One extends { id: string; parent_id: string; is_confidential: 0 | 1 }>(
  visibility: Visibility,
  derived: One[],
): One[] {
  if (visibility === 'inside') return derived;
  const hidden = new Set<string>();
  return derived.filter((one) => {
    if (one.is_confidential === 1 || hidden.has(one.parent_id)) hidden.add(one.id);
    return !hidden.has(one.id);
  });
}

/**
 * The events that somebody outside may read in the log of an article, by the beginning of their verbs; undefined for all.
 * Sources, evidence and contacts are never among them, whatever a source was when it happened: a source that is
 * confidential now was perhaps not when its title went into the log.
 */
export function verbsSeenFrom(visibility: Visibility): readonly string[] | undefined {
  return visibility === 'inside' ? undefined : ['article.', 'sentence.', 'words.', 'suggestion.', 'claim.', 'fix.'];
}

const LETTERS = 26;

/** The first of "Source A", "Source B" … "Source AA" that no source of the desk is called yet. */
export function freeAlias(taken: Iterable<string>): string {
  const known = new Set(taken);
  for (let count = 1; ; count += 1) {
    const alias = `Source ${lettersOf(count)}`;
    if (!known.has(alias)) return alias;
  }
}

function lettersOf(count: number): string {
  const rest = Math.floor((count - 1) / LETTERS);
  const letter = String.fromCharCode(65 + ((count - 1) % LETTERS));
  return rest === 0 ? letter : `${lettersOf(rest)}${letter}`;
}
