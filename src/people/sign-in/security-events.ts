// The register of what the desk notes about sign-ins and refusals, beside the log.
import type { Db } from '#src/database/schema.ts';
import { foldKey } from '#src/text-fields.ts';
import { insertSecurityEvents, type NewSecurityEvent } from './security-event-store.ts';

/** What strangers can cause as often as they like: kept in memory, and written together. See refusal-book-commands.ts. */
export const REFUSALS = {
  'sign_in.refused': 'was refused: no such address, or the password was wrong',
  'sign_in.locked': 'was kept waiting after too many tries',
  'sign_in.turned_away': 'was turned away: too many others were signing in',
  'setup.refused': 'tried to set the desk up with a wrong token',
  'link.refused': 'opened a link that does not work, or no longer',
  'post.refused': 'sent a form from another site',
} as const;

/** All kinds, each with its sentence. */
const SECURITY_EVENTS = {
  ...REFUSALS,
  'sign_in.done': 'signed in',
  'sign_in.ended': 'signed out',
  'clock.jumped': 'the clock of the machine was set, by so many seconds',
} as const;

export type RefusalKind = keyof typeof REFUSALS;
export type SecurityEventKind = keyof typeof SECURITY_EVENTS;

export interface SecurityEvent<Kind extends SecurityEventKind = SecurityEventKind> {
  at: string;
  kind: Kind;
  person_id?: string | null;
  /** The address as it was typed; kept folded and cut, since people type passwords into the wrong field. */
  email?: string | null;
  /** Where the request came from. */
  address?: string | null;
  detail?: string;
}

/** Notes a security event at once. Joins the transaction of `db` where there is one. */
export function noteSecurityEvent(db: Db, event: SecurityEvent): Promise<void> {
  return insertSecurityEvents(db, [rowOf(event)]);
}

/** The row that an event becomes. */
export function rowOf({
  at,
  kind,
  person_id = null,
  email,
  address = null,
  detail = '',
}: SecurityEvent): NewSecurityEvent {
  const email_key = email ? foldKey(email).slice(0, 254) : null;
  return { at, kind, person_id, email_key, address, detail: detail.slice(0, 500) };
}
