// What somebody typed of a use of a source, beside what another saved meanwhile. Pure.
import { StaleEdit } from '#src/errors.ts';
import type { Speaker } from './chain.ts';
import { ABOUT_LABELS, STANCE_LABELS } from './evidence.ts';
import type { EvidenceRow } from './evidence-row.ts';
import type { EvidenceTable } from './tables.ts';

type Fields = Pick<
  EvidenceTable,
  'about' | 'speaker_id' | 'passage' | 'place' | 'stance' | 'reliability' | 'credibility' | 'note'
>;

export function staleEvidence(
  stored: EvidenceRow,
  { typed, chain }: { typed: Fields; chain: readonly Speaker[] },
): StaleEdit {
  return new StaleEdit(inWords(typed, chain), inWords(stored, chain), {
    revision: stored.revision,
    values: valuesOfUse(stored),
    labels: { stance: 'This source is', reliability: 'The source, A to F', credibility: 'What it says here, 1 to 6' },
  });
}

/** What the fields of its form hold. */
export function valuesOfUse(use: Fields): Record<string, string> {
  const { about, speaker_id, passage, place, stance, note, reliability, credibility } = use;
  const whose = speaker_id === null ? about : `${about}:${speaker_id}`;
  return {
    about: whose,
    passage,
    place,
    stance,
    note,
    reliability: reliability ?? '',
    credibility: `${credibility ?? ''}`,
  };
}

function inWords(fields: Fields, chain: readonly Speaker[]): Record<string, string> {
  const { about, speaker_id, passage, place, stance, note, reliability, credibility } = fields;
  const speaker = chain.find(({ party_id }) => party_id === speaker_id)?.name;
  return {
    stance: STANCE_LABELS[stance].label,
    about: speaker === undefined ? ABOUT_LABELS[about] : `was it said by ${speaker}?`,
    passage,
    place,
    reliability: reliability ?? 'not graded',
    credibility: String(credibility ?? 'not graded'),
    note,
  };
}
