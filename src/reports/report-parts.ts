// The parts of the Report tab, as each of their pages names the others. Pure.
import { url } from '#src/paths.ts';
import { may } from '#src/people/permissions.ts';
import type { DeskRole } from '#src/people/tables.ts';

export type ReportPart = 'draft' | 'sign_off' | 'reports' | 'complaints';

export interface PartLink {
  href: string;
  label: string;
  is_current: boolean;
}

/** The parts that this role may open, one of them current; for views/reports/_report-parts. */
export function reportParts({ number: id, role }: { number: number; role: DeskRole }, current: ReportPart): PartLink[] {
  const parts: [ReportPart, string, string][] = [['draft', url('report', { id }), 'Draft']];
  if (may(role, 'read_sign_off')) parts.push(['sign_off', url('sign_off', { id }), 'Sign-off']);
  parts.push(['reports', url('reports', { id }), 'Reports'], ['complaints', url('complaints', { id }), 'Complaints']);
  return parts.map(([part, href, label]) => ({ href, label, is_current: part === current }));
}
