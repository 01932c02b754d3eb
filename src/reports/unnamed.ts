// A report in which nobody of the desk is named: each person is a letter, so two still read as two. Pure.
import { MEMBER, SOMEBODY } from '#src/reviews/unnamed-reviews.ts';
import type { CheckResult } from '#src/signoff/sign-off.ts';
import type { ReportMaterial } from './report-input.ts';

/** The same material without names of people who checked, read, ticked, erased or signed. */
export function unnamed(material: ReportMaterial): ReportMaterial {
  const { evidence, ticks, signed } = material;
  return {
    ...material,
    names: lettersFor(material),
    ticks: ticks.map((tick) => ({ ...tick, initials: '' })),
    evidence: evidence.map((use) => ({
      ...use,
      copies: use.copies.map((copy) => ({ ...copy, erased_by_name: null })),
    })),
    signed: signed && { ...signed, signed_by: SOMEBODY },
    sign_off: { ...material.sign_off, results: material.sign_off.results.map(answeredByNobody) },
  };
}

function answeredByNobody(result: CheckResult): CheckResult {
  return {
    ...result,
    reasoned: result.reasoned.map((one) => ({ ...one, reason: { ...one.reason, by: MEMBER } })),
    waived: result.waived.map((one) => ({ ...one, waiver: { ...one.waiver, by: SOMEBODY } })),
  };
}

/** "Person A" is whoever set the first verdict of the text. */
function lettersFor({ claims, names }: ReportMaterial): Map<string, string> {
  const people = [...new Set(claims.flatMap(({ checker_id, second_reader_id }) => [checker_id, second_reader_id]))];
  const known = people.filter((id) => id !== null && names.has(id)) as string[];
  return new Map(known.map((id, place) => [id, `Person ${letterOf(place)}`]));
}

/** A … Z, then AA, AB … */
function letterOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letterOf(Math.floor(place / 26) - 1) + last;
}
