// How a signed report is said: by whom, when, on which version, with what open. Pure.
import { counted } from '#src/counted.ts';
import { sayWhole } from '#src/dates.ts';
import type { ReportRow } from './store.ts';

/** "Signed by Ada Lind, 14 March 2026, 20:30, on version 2, with 2 claims open, internal only". */
export function saySigned(
  { signer, signed_at, version_number, open_claims, is_internal_only }: ReportRow,
  time_zone: string,
): string {
  const open = (JSON.parse(open_claims) as number[]).length;
  const parts = [`Signed by ${signer}`, sayWhole(signed_at, time_zone), `on version ${version_number}`];
  if (open > 0) parts.push(`with ${counted(open, 'claim')} open`);
  if (is_internal_only === 1) parts.push('internal only');
  return parts.join(', ');
}
