// The fields of a use of a source: what was typed, cleaned, filled in, and held against the claim's speakers.
import { listChain } from '#src/claims/particulars-store.ts';
import type { ClaimFound } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { cleanLine, cleanText } from '#src/text-fields.ts';
import type { EvidenceTable } from './tables.ts';

export type EvidenceFields = Pick<
  EvidenceTable,
  'about' | 'speaker_id' | 'passage' | 'place' | 'stance' | 'reliability' | 'credibility' | 'note'
>;

/** What was typed of a use; what is missing or empty comes from the line: about content, for, not graded. */
export type EvidenceDetails = { [Field in keyof EvidenceFields]?: EvidenceFields[Field] | undefined };

/** The fields of a use as they are stored, with what is left out filled in. */
export function cleanEvidence(typed: EvidenceDetails): EvidenceFields {
  const about = typed.about ?? 'content';
  return {
    about,
    speaker_id: about === 'attribution' ? (typed.speaker_id ?? null) : null,
    passage: cleanText(typed.passage ?? ''),
    place: cleanLine(typed.place ?? ''),
    stance: typed.stance ?? 'for',
    reliability: typed.reliability ?? null,
    credibility: typed.credibility ?? null,
    note: cleanText(typed.note ?? ''),
  };
}

export function fieldsOf(evidence: EvidenceTable): EvidenceFields {
  const { about, speaker_id, passage, place, stance, reliability, credibility, note } = evidence;
  return { about, speaker_id, passage, place, stance, reliability, credibility, note };
}

/** RuleBroken where it is to be about the words of somebody who says nothing in this claim. */
export async function assertSpeaks(ctx: Context, claim: ClaimFound, speaker_id: string | null): Promise<void> {
  if (speaker_id === null) return;
  const chain = await listChain(ctx.db, claim.id);
  if (!chain.some(({ party_id }) => party_id === speaker_id))
    throw new RuleBroken('The speakers of this claim have changed. Choose again whose words it is about.', 'about');
}
