// What the desk notes about sign-ins and refusals: plain rows outside the log's chains, so that a flood of guesses costs little.
import { nobodyContext, transact } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { newId } from '#src/ids.ts';
import { foldKey } from '#src/text-fields.ts';

/** The register of these events: each with its sentence. */
export const SECURITY_EVENTS = {
  'sign_in.done': 'signed in',
  'sign_in.refused': 'was refused: no such address, or the password was wrong',
  'sign_in.locked': 'was kept waiting after too many tries',
  'sign_in.ended': 'signed out',
  'setup.refused': 'tried to set the desk up with a wrong token',
  'link.refused': 'opened a link that does not work, or no longer',
  'post.refused': 'sent a form from another site',
} as const;

export type SecurityEventKind = keyof typeof SECURITY_EVENTS;

export interface SecurityEvent {
  at: string;
  kind: SecurityEventKind;
  person_id?: string | null;
  /** The address as it was typed; kept folded and cut, since people type passwords into the wrong field. */
  email?: string | null;
  /** Where the request came from. */
  address?: string | null;
  detail?: string;
}

/** Notes a security event. Joins the transaction of `db` where there is one. */
export async function noteSecurityEvent(db: Db, event: SecurityEvent): Promise<void> {
  await db
    .insertInto('security_event')
    .values({
      id: newId(),
      at: event.at,
      kind: event.kind,
      person_id: event.person_id ?? null,
      email_key: event.email ? foldKey(event.email).slice(0, 254) : null,
      address: event.address ?? null,
      detail: (event.detail ?? '').slice(0, 500),
    })
    .execute();
}

/** What csrf.ts tells of a refused post: noted with who was signed in and where it came from. */
export function noteForeignPost(db: Db, clock: () => string) {
  return (req: { ip?: string | undefined; user?: { id: string } | undefined }, reason: string): Promise<void> =>
    transact(nobodyContext(db, clock()), (ctx) => {
      const person_id = req.user?.id ?? null;
      return noteSecurityEvent(ctx.db, {
        at: ctx.at,
        kind: 'post.refused',
        person_id,
        address: req.ip ?? null,
        detail: reason,
      });
    });
}
