// The session that signing in gives, without the form: for people who are past the door when a test begins.
import { createHmac, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { SessionData } from 'express-session';
import type { Db } from '#src/database/engine.ts';
import { SessionStore, sessionSecret } from '#src/http/session-store.ts';

interface SignsCookies {
  db: Db;
  config: { session_secret: string | null };
  at: string;
}

/**
 * Stores a session of this person at a desk, and gives its cookie. Signing in by the form (`signIn` of a visitor) notes the
 * visit, hashes the password and knows the browser from then on, besides.
 */
export async function sessionOf(desk: SignsCookies, person_id: string): Promise<[name: string, value: string]> {
  const id = randomBytes(24).toString('base64url');
  const store = new SessionStore(desk.db, () => desk.at);
  const cookie = { originalMaxAge: null, httpOnly: true, path: '/', sameSite: 'lax' };
  await promisify(store.set.bind(store))(id, { cookie, passport: { user: person_id } } as unknown as SessionData);
  const secret = await sessionSecret(desk.db, desk.config.session_secret);
  const signature = createHmac('sha256', secret).update(id).digest('base64').replace(/=+$/, '');
  return ['claimdesk', encodeURIComponent(`s:${id}.${signature}`)];
}
