// The parts of the Report tab, as each of their pages names the others. Pure.
import { url } from '#src/paths.ts';
import { may } from '#src/people/permissions.ts';
import type { DeskRole } from '#src/people/tables.ts';

export type ReportPart = 'draft' | 'sign_off' | 'reports' | 'complaints';

export interface PartLink {
  href: string;
  label: string;
  /** How many there are, and of what, for those who do not see the strip; '' for none. */
  count: string;
  counted: string;
  is_current: boolean;
}

/** How many reports are signed, and how many complaints are not answered yet. */
export interface PartCounts {
  reports: number;
  complaints: number;
}

/** The parts that this role may open, one of them current; for views/reports/_report-parts. */
export function reportParts(
  { number: id, role }: { number: number; role: DeskRole },
  current: ReportPart,
  { reports, complaints }: PartCounts,
): PartLink[] {
  const part = (name: ReportPart, href: string, label: string, count = 0, counted = ''): PartLink => {
    return { href, label, count: count === 0 ? '' : String(count), counted, is_current: name === current };
  };
  return [
    part('draft', url('report', { id }), 'Draft'),
    ...(may(role, 'read_sign_off') ? [part('sign_off', url('sign_off', { id }), 'Sign-off')] : []),
    part('reports', url('reports', { id }), 'Reports', reports, 'signed'),
    may(role, 'read_complaints')
      ? part('complaints', url('complaints', { id }), 'Complaints', complaints, 'not answered')
      : part('complaints', url('complaints', { id }), 'Corrections'),
  ];
}
