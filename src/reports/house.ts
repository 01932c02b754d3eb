// What a report says of the desk that made it: method, scale, interests, where to complain. Pure.
import type { VerdictMeaning } from '#src/claims/claim.ts';
import type { ReportMaterial } from './report-input.ts';

export interface ReportHouse {
  /** How the desk checks, in its own words or the usual ones. */
  method: string;
  /** The verdicts of the desk, in its order, and what each says. */
  scale: { mark: string; label: string; says: string }[];
  /** What may bias the desk; '' where it has stated nothing. */
  interests: string;
  /** Where complaints go; '' where the desk has not said. */
  complaints_to: string;
  answer_days: number;
  /** Whether the public reads the names of those who checked, read and signed. */
  names_public: boolean;
}

const SAYS: Record<VerdictMeaning, string> = {
  ok: 'the sources say so',
  fixed: 'something in it was not right, and a change of the copy was asked for',
  disputed: 'those who should know say different things',
  context: 'right as far as it goes, but misleading without the context given',
  wrong: 'the sources say otherwise',
  unsupported: 'nothing was found that bears it out',
  author: 'the author saw or heard it, and nobody else could confirm it',
};

export function houseIn({ statement, verdicts }: ReportMaterial): ReportHouse {
  const { method, interests, complaints_to, answer_days, names_public } = statement;
  const scale = verdicts
    .filter((verdict) => verdict.retired_at === null)
    .map(({ mark, public_label: label, meaning }) => ({ mark, label, says: SAYS[meaning] }));
  return { method, scale, interests, complaints_to, answer_days, names_public };
}
