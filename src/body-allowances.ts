// What each request may send: strangers little, people the desk's limit, all together what fits.
import type { Request } from 'express';
import type { BodyAllowance } from './http/arriving-body.ts';
import { BodyRoom } from './http/body-room.ts';

const STRANGERS_BYTES = 100_000;
const STRANGERS_ROOM_BYTES = 8_000_000;
/** Whoever was signed out while typing an article does not lose it. */
const SIGNED_OUT_BYTES = 4_000_000;
/** An article of a million bytes, urlencoded, with room for the page that says that it is too long. */
const TEXT_BYTES = 4_000_000;
/** What comes with two uploads, and small forms beside them. */
const BESIDE_UPLOADS_BYTES = 2_000_000;
/** For forms without files while uploads that fill the room are being stored. */
const RESERVE_BYTES = 4_000_000;

/** Read behind the link that it came by, once that was looked up. */
const BY_ITS_ROUTE = /^\/writer\/[^/]+\/package\/(?:files|contacts)\/?$/i;

/** Two rooms, so that strangers never keep people from saving. The larger holds two uploads at the limit of the desk. */
export function bodyAllowances(upload_limit: number): (req: Request) => BodyAllowance | null {
  const strangers = new BodyRoom(STRANGERS_ROOM_BYTES);
  const people = new BodyRoom(peoplesBytes(upload_limit), RESERVE_BYTES);
  return (req) => {
    if (BY_ITS_ROUTE.test(req.path)) return null;
    const { user, lost_session } = req;
    const waits = { seconds: 600, silent_seconds: 30 };
    if (user) return { bytes: upload_limit, text: TEXT_BYTES, room: people, owner: user.id, ...waits };
    if (lost_session !== undefined)
      return { bytes: SIGNED_OUT_BYTES, text: TEXT_BYTES, room: people, owner: lost_session, ...waits };
    return {
      bytes: STRANGERS_BYTES,
      text: STRANGERS_BYTES,
      room: strangers,
      owner: req.ip ?? '',
      seconds: 30,
      silent_seconds: 10,
    };
  };
}

/** Whoever was signed out may send an article, however little the desk takes otherwise. */
function peoplesBytes(upload_limit: number): number {
  return 2 * Math.max(upload_limit, SIGNED_OUT_BYTES) + BESIDE_UPLOADS_BYTES;
}
