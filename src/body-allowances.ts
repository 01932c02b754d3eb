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
/** Two uploads at the limit that the desk has by default. */
const PEOPLES_ROOM_BYTES = 52_000_000;

/** Two rooms, so that strangers never keep people from saving. The larger holds at least one upload at the limit. */
export function bodyAllowances(upload_limit: number): (req: Request) => BodyAllowance {
  const strangers = new BodyRoom(STRANGERS_ROOM_BYTES);
  const people = new BodyRoom(Math.max(PEOPLES_ROOM_BYTES, upload_limit + 1_000_000));
  return (req) => {
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
