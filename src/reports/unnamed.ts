// A report in which nobody of the desk is named: each person is a letter, so two still read as two. Pure.
import type { ReviewMaterial } from '#src/reviews/gather-reviews.ts';
import type { CheckResult } from '#src/signoff/sign-off.ts';
import type { ReportMaterial } from './report-input.ts';

const SOMEBODY = 'an editor of the desk';
const MEMBER = 'somebody of the desk';

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

/** Fixes and queries without the names of people of the desk who asked and decided; the writer's stays. */
export function unnamedReviews<Material extends Pick<ReviewMaterial, 'fixes' | 'queries'>>(
  material: Material,
): Material {
  return {
    ...material,
    fixes: material.fixes.map((fix) => ({
      ...fix,
      asker_name: MEMBER,
      decider_name: fix.decider_name === null ? null : SOMEBODY,
    })),
    queries: material.queries.map((query) => ({ ...query, asker_name: MEMBER })),
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
