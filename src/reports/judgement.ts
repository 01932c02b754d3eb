// What was found about a claim, or why it counts as not checked, for the report. Pure.
import { ATTRIBUTION_VERDICT_LABELS, type AttributionVerdict, type VerdictMeaning } from '#src/claims/claim.ts';
import { STANDING_LABELS, standingOf } from '#src/claims/standing.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import type { VerdictTable } from '#src/claims/tables.ts';
import type { ReportMaterial } from './report-input.ts';
import { type Moment, momentIn } from './report-time.ts';

export interface SaidVerdict {
  verdict: AttributionVerdict;
  label: string;
}

/** A verdict that no second reader has confirmed. */
export interface Provisional {
  attribution_verdict: SaidVerdict | null;
  content_verdict: ReportVerdict | null;
  verdict_sentence: string;
  as_of: Moment | null;
  checker: string | null;
}

export interface ReportVerdict {
  meaning: VerdictMeaning;
  desk_label: string;
  public_label: string;
  mark: string;
  colour: string;
  /** How true that is, from 1 to 5, where the desk has said so. */
  rating: number | null;
}

/** A verdict without the desk's ids. */
export function verdictIn(verdict: VerdictTable): ReportVerdict {
  const { meaning, desk_label, public_label, mark, colour, rating } = verdict;
  return { meaning, desk_label, public_label, mark, colour, rating };
}

const NO_VERDICT = {
  attribution_verdict: null,
  content_verdict: null,
  verdict_sentence: '',
  as_of: null,
  checker: null,
};

/**
 * The verdicts of a claim that count, or why it is not checked; and who judged. `with_line`: with what one person of the desk
 * wrote to another when it was sent back.
 */
export function judgementOf(claim: PlacedClaim, { verdict, material, with_line }: Judged & { with_line: boolean }) {
  const { article, names } = material;
  const state = standingOf(claim);
  const is_done = state === 'closed';
  const said = verdictOf(claim, verdict, material);
  return {
    ...(is_done && said !== null ? said : NO_VERDICT),
    state,
    state_label: STANDING_LABELS[state],
    not_checked: is_done
      ? ''
      : forTime(claim, material) + whyNotChecked(claim, material, with_line ? claim.state_line : ''),
    check_again: claim.check_again,
    second_reader: is_done ? nameOf(names, claim.second_reader_id) : null,
    closed_at: is_done && claim.closed_at !== null ? momentIn(claim.closed_at, article.time_zone) : null,
  };
}

interface Judged {
  verdict: VerdictTable | undefined;
  material: ReportMaterial;
}

/** What a checker thinks so far of a claim that is not done: of these words, not of others that stood there before. */
export function provisionalOf(claim: PlacedClaim, { verdict, material }: Judged): Provisional | null {
  const of_these_words = claim.check_again === '' && claim.anchor_status !== 'lost';
  return standingOf(claim) !== 'closed' && of_these_words ? verdictOf(claim, verdict, material) : null;
}

/** What was said of the claim, whether it counts or not; null where nobody has said anything. */
function verdictOf(
  claim: PlacedClaim,
  verdict: VerdictTable | undefined,
  { article, names }: ReportMaterial,
): Provisional | null {
  const said = claim.attribution_verdict;
  if (verdict === undefined && said === null) return null;
  return {
    attribution_verdict: said && { verdict: said, label: ATTRIBUTION_VERDICT_LABELS[said] },
    content_verdict: verdict ? verdictIn(verdict) : null,
    verdict_sentence: claim.verdict_sentence,
    as_of: verdict ? momentIn(claim.as_of, article.time_zone) : null,
    checker: nameOf(names, claim.checker_id),
  };
}

const FOR_TIME = 'for time; ';

/** Before the cause, where an editor signs with the claim open. */
function forTime({ number }: PlacedClaim, { signed }: ReportMaterial): string {
  return signed?.open_claims.includes(number) ? FOR_TIME : '';
}

/** "not checked, for time; its check is not finished", "not checked: waits for second read". */
export function sayNotChecked(cause: string): string {
  return `not checked${cause.startsWith(FOR_TIME) ? ', ' : ': '}${cause}`;
}

/** What keeps the claim from being checked, in words; `said`: why it was sent back. */
function whyNotChecked(claim: PlacedClaim, material: ReportMaterial, said: string): string {
  const line = said === '' ? '' : `: ${said}`;
  switch (standingOf(claim)) {
    case 'ready':
      return 'waits for second read';
    case 'returned':
      return `sent back by the second reader${line}`;
    case 'check_again':
      return `to be checked again: ${claim.check_again}`;
    case 'words_gone':
      return `its words are not in version ${material.ground.version.number}`;
    case 'in_work':
      return 'its check is not finished';
    default:
      return 'nobody has checked it yet';
  }
}

function nameOf(names: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? null);
}
