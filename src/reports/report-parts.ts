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

type PartPointed = Pick<PartLink, 'href'> & { count?: number; counted?: string };

/** The parts that this role may open, one of them current; for views/reports/_report-parts. */
export function reportParts(
  { number: id, role }: { number: number; role: DeskRole },
  current: ReportPart,
  { reports, complaints }: PartCounts,
): PartLink[] {
  const part = (name: ReportPart, label: string, { href, count = 0, counted = '' }: PartPointed): PartLink => {
    return { href, label, count: count === 0 ? '' : String(count), counted, is_current: name === current };
  };
  return [
    part('draft', 'Draft', { href: url('report', { id }) }),
    ...(may(role, 'read_sign_off') ? [part('sign_off', 'Sign-off', { href: url('sign_off', { id }) })] : []),
    part('reports', 'Reports', { href: url('reports', { id }), count: reports, counted: 'signed' }),
    may(role, 'read_complaints')
      ? part('complaints', 'Complaints', {
          href: url('complaints', { id }),
          count: complaints,
          counted: 'not answered',
        })
      : part('complaints', 'Corrections', { href: url('complaints', { id }) }),
  ];
}
