// Browsers in which somebody signed in before: guesses from elsewhere keep nobody waiting there.
import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { readCookie, setLastCookie } from '#src/http/last-cookie.ts';
import { findPerson, type Person } from '../person-store.ts';
import type { GuessKey } from './guess-store.ts';

const COOKIE = 'claimdesk_device';
const KEPT_SECONDS = 180 * 86_400;
/** A machine in the newsroom may be used by several people in turn. */
const MOST_PEOPLE = 4;

/** The key that signs these cookies, from the secret that signs those of sessions. */
export function browserKey(session_secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', session_secret, '', 'claimdesk known browsers', 32));
}

type Owner = Pick<Person, 'id' | 'password_hash'>;

/** Under which key tries of this person in this browser are counted; null where the desk does not know it as theirs. */
export function knownBrowser(req: Request, person: Owner): GuessKey | null {
  const token = tokensOf(req).find((one) => isOf(one, person, keyOf(req)));
  return token === undefined ? null : { guessed_at: 'device', name: createHash('sha256').update(token).digest('hex') };
}

/** Whether there is any such cookie, of whomever: without one nobody need be looked for. */
export function isMarked(req: Request): boolean {
  return tokensOf(req).length > 0;
}

/** From now on this browser is one of the person's. To be called when the right password, or a link, was shown in it. */
export async function knowBrowser(req: Request, res: Response, person_id: string): Promise<void> {
  const person = await findPerson(res.locals.ctx.db, person_id);
  if (!person) return;
  const others = tokensOf(req).filter((one) => !isOf(one, person, keyOf(req)));
  const value = [makeToken(person, keyOf(req)), ...others].slice(0, MOST_PEOPLE).join('~');
  setLastCookie(res, { name: COOKIE, value, seconds: KEPT_SECONDS });
}

/** A token names nobody. It is bound to the stored hash, too, so that with a new password the old ones are worth nothing. */
function makeToken(person: Owner, key: Buffer, nonce = randomBytes(16).toString('base64url')): string {
  const signed = JSON.stringify([person.id, nonce, person.password_hash]);
  return `${nonce}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

function isOf(token: string, person: Owner, key: Buffer): boolean {
  const expected = Buffer.from(makeToken(person, key, token.split('.')[0]));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function tokensOf(req: Request): string[] {
  const tokens = readCookie(req.get('Cookie'), COOKIE).split('~');
  return tokens.filter((one) => /^[\w-]{22}\.[\w-]{43}$/.test(one)).slice(0, MOST_PEOPLE);
}

function keyOf(req: Request): Buffer {
  return req.app.get('browser key') as Buffer;
}
