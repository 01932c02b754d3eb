// In which order findings stand on paper: what is wrong or disputed first. Pure.
import type { VerdictMeaning } from '#src/claims/claim.ts';
import type { Finding } from './finding.ts';
import { isBrief } from './print-view-brief.ts';
import { isFound } from './print-view-finding.ts';

const SEVERITY: readonly VerdictMeaning[] = ['wrong', 'disputed', 'unsupported', 'context', 'fixed', 'author', 'ok'];

/** The findings that need more than a line, the gravest first, those without a verdict last; else as in the text. */
export function gravestFirst(findings: readonly Finding[]): Finding[] {
  const shown = findings.filter((finding) => isFound(finding) && !isBrief(finding));
  return shown.sort((a, b) => severityOf(a) - severityOf(b));
}

function severityOf({ content_verdict }: Finding): number {
  return content_verdict === null ? SEVERITY.length : SEVERITY.indexOf(content_verdict.meaning);
}
