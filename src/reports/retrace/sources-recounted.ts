// Sign-off checks of each source, looked at again in a signed report: does one miss something? Pure.
import { toldEvidence } from '../finding.ts';
import type { InternalReport, Report } from '../report.ts';
import type { InternalEvidence, OpenEvidence } from '../report-evidence.ts';

type Use = InternalEvidence | OpenEvidence;

/** Null where the report does not hold what the check asks. */
export type IsMissing = boolean | null;

/** R3. Whom the desk asked besides stands in no report: a source without any place may have been asked. */
export function unplacedRecounted(report: Report): IsMissing {
  const is_missing = someSource(report, (uses) =>
    uses.some(({ source, place }) => source.url === '' && source.type !== 'call' && place === ''),
  );
  return is_missing === true ? null : is_missing;
}

/** R6. */
export function interestsRecounted(report: Report): IsMissing {
  return someSource(report, ([use]) => {
    const { type, interest } = use.source;
    return (type === 'call' || type === 'statement' || type === 'person') && interest === '';
  });
}

/** R10. */
export function copiesRecounted(report: Report): IsMissing {
  return someSource(report, ([{ source, copies }]) => {
    if (copies.some(({ state }) => state === 'altered')) return true;
    return source.url !== '' && copies.every(({ state }) => state === 'erased');
  });
}

/** R8. The public report does not show every contact. */
export function repliesRecounted(report: Report): IsMissing {
  return report.audience === 'internal' ? report.accused.some(({ missing }) => missing.length > 0) : null;
}

/** R18. In public nobody reads who granted it, nor of which claims that were signed open a source is not asked. */
export function anonymityRecounted(report: Report): IsMissing {
  if (report.audience === 'internal') return someSource(report, ([use]) => lacksReason(use));
  const open = new Set(report.signed?.open_claims ?? []);
  const confidential = report.findings.flatMap(({ number, evidence }) =>
    evidence.filter((use) => 'is_confidential' in use).map((use) => ({ ...use, is_open: open.has(number) })),
  );
  if (confidential.length === 0) return false;
  return confidential.some(({ public_reason, is_open }) => public_reason === '' && !is_open) || null;
}

function lacksReason({ source }: Use): boolean {
  if (!source.is_confidential || !('granted_by' in source)) return false;
  return source.anonymity_reason === '' || source.granted_by === '';
}

/** R15, of queries, which stand in the internal report alone; those of claims that were signed open are not asked. */
export function queriesRecounted({ queries, signed }: InternalReport): boolean {
  const open = new Set(signed?.open_claims ?? []);
  return queries.some(({ state, claim }) => state === 'open' && (claim === null || !open.has(claim)));
}

/** Sources that stand under one claim alone, which was signed open, are not asked. */
function someSource(report: Report, isMissing: (uses: [Use, ...Use[]]) => boolean): IsMissing {
  const open = new Set(report.signed?.open_claims ?? []);
  const by_source = new Map<number, { uses: [Use, ...Use[]]; claims: Set<number> }>();
  let is_all_told = true;
  for (const finding of report.findings) {
    const told = toldEvidence([finding]);
    if (told.length < finding.evidence.length) is_all_told = false;
    for (const use of told) {
      const { number } = use.source;
      if (number === null) {
        is_all_told = false;
        continue;
      }
      const known = by_source.get(number);
      if (known === undefined) by_source.set(number, { uses: [use], claims: new Set([finding.number]) });
      else {
        known.uses.push(use);
        known.claims.add(finding.number);
      }
    }
  }
  const asked = [...by_source.values()].filter(
    ({ claims }) => claims.size > 1 || ![...claims].every((claim) => open.has(claim)),
  );
  if (asked.some(({ uses }) => isMissing(uses))) return true;
  return is_all_told ? false : null;
}
