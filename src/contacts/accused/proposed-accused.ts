// Whom the program would put among the accused: names in sentences whose words accuse. Pure.
import type { VersionText } from '#src/articles/version-text-store.ts';
import { keySortsOf } from '#src/claims/key-rule.ts';
import type { AttributedParty } from '#src/claims/particulars-store.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import type { Leftover } from '#src/reading/check-worthiness/leftovers.ts';
import { placedRange, rangeAt } from '#src/reading/text/range.ts';
import { foldKey } from '#src/text-fields.ts';
import { nameKey, partyNamed } from '../contacts/party-named.ts';

export interface AccusedProposed {
  name: string;
  role: string;
  /** The numbers of the claims beside which it is named. */
  claims: number[];
}

interface Party {
  id: string;
  name: string;
  role: string;
}

export interface AccusedGround {
  ground: Pick<VersionText, 'text' | 'parts' | 'sentences'>;
  language: string;
  claims: readonly Pick<PlacedClaim, 'id' | 'number' | 'state' | 'start' | 'end'>[];
  chains: readonly Pick<AttributedParty, 'claim_id' | 'party_id'>[];
  parties: readonly Party[];
  /** The leftovers of the version by number of the sentence: they have its names. */
  leftovers: ReadonlyMap<number, readonly Leftover[]>;
}

/** A claim whose sentence accuses, with who is named there and does not say it. */
export interface Accusation {
  claim_number: number;
  named: { name: string; party: Party | undefined }[];
}

/**
 * The claims whose words accuse, in the order of the text, with the names beside them. Whoever is said to say the claim is
 * not accused by it. Words accuse whatever the article's profile makes of them: a profile decides about stars, not about
 * who may reply.
 */
export function accusationsIn(at: AccusedGround): Accusation[] {
  const spelt = at.parties
    .filter(({ name }) => /\p{Lu}/u.test(name))
    .map(({ name }) => ({ name, letters: ` ${lettersOf(nameKey(name))} ` }));
  return at.claims.flatMap((claim) => {
    const sentence = accusingSentence(at, claim);
    if (sentence === undefined) return [];
    const speakers = new Set(at.chains.filter((one) => one.claim_id === claim.id).map((one) => one.party_id));
    const named = namesIn(at, sentence, spelt)
      .map((name) => ({ name, party: partyNamed([name], at.parties) }))
      .filter(({ party }) => party === undefined || !speakers.has(party.id));
    return [{ claim_number: claim.number, named }];
  });
}

/** The names beside accusations, each once, without those who stand among the accused and those that were dismissed (by key). */
export function proposedAccused(
  accusations: readonly Accusation[],
  settled: { accused: ReadonlySet<string>; dismissed: ReadonlySet<string> },
): AccusedProposed[] {
  const found = new Map<string, AccusedProposed>();
  for (const { claim_number, named } of accusations) {
    for (const { name: printed, party } of named) {
      const name = party?.name ?? printed;
      const key = nameKey(name);
      if (key === '' || settled.dismissed.has(key) || (party !== undefined && settled.accused.has(party.id))) continue;
      const known = found.get(key) ?? { name, role: party?.role ?? '', claims: [] };
      found.set(key, { ...known, claims: [...new Set([...known.claims, claim_number])] });
    }
  }
  return [...found.values()];
}

/** The numbers of the claims in whose accusing sentence this party is named. */
export function claimsAccusing(accusations: readonly Accusation[], party_id: string): number[] {
  return accusations
    .filter(({ named }) => named.some(({ party }) => party?.id === party_id))
    .map(({ claim_number }) => claim_number);
}

type Sentence = VersionText['sentences'][number];

function accusingSentence(
  { ground, language }: AccusedGround,
  claim: AccusedGround['claims'][number],
): Sentence | undefined {
  const range = placedRange(claim);
  if (claim.state === 'withdrawn' || range === null) return undefined;
  const sentence = rangeAt(ground.sentences, range.start);
  if (sentence === undefined) return undefined;
  const part = rangeAt(ground.parts, range.start);
  const sorts = keySortsOf({
    words: ground.text.slice(range.start, range.end),
    sentence_words: ground.text.slice(sentence.start, sentence.end),
    role: part?.role ?? 'body',
    figures: [],
    language,
  });
  return sorts.includes('accusations') || sorts.includes('legal') ? sentence : undefined;
}

/** The proper names of a sentence, and the article's parties that stand in it. "Residents" are nobody's name. */
function namesIn(
  { ground, leftovers }: AccusedGround,
  sentence: Sentence,
  spelt: readonly { name: string; letters: string }[],
): string[] {
  const proper = (leftovers.get(sentence.number) ?? [])
    .filter((leftover) => leftover.kind === 'name')
    .map(({ start, end }) => ground.text.slice(start, end).replace(/\s+/g, ' '));
  const words = ` ${lettersOf(ground.text.slice(sentence.start, sentence.end))} `;
  const named = spelt.filter(({ letters }) => letters.trim() !== '' && words.includes(letters));
  return [...proper, ...named.map((party) => party.name)];
}

function lettersOf(words: string): string {
  return foldKey(words)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
