// Why somebody is signed out who was signed in before: a sentence for the sign-in page.
import { sayLength } from '#src/clock.ts';
import type { Context } from '#src/context.ts';
import { later } from '#src/dates.ts';
import { ABSOLUTE_MILLISECONDS, IDLE_MILLISECONDS } from '#src/http/session-store.ts';
import type { EndedSessionTable, SessionEnd } from '../tables.ts';
import { type ClockJump, listClockJumps } from './clock-watch-commands.ts';
import { findEndedSession } from './open-session-store.ts';

const SENTENCES: Record<Exclude<SessionEnd, 'over'>, string> = {
  ended: 'You were signed out because this session was ended from another one of yours.',
  password: 'You were signed out because your password was changed. Sign in with the new one.',
  disabled: 'You were signed out because an administrator disabled your account.',
};
const IDLE = 'You were signed out because you were inactive for twelve hours.';
const TOO_OLD = 'You were signed out because a session lasts seven days at most.';
/** Of a session that the desk remembers nothing of, but for its own signature in the cookie. */
const UNKNOWN = 'Your session has ended.';

export interface SignedOut {
  sentence: string;
  /** Whose session it was; null where that is not known any more. */
  person_id: string | null;
}

/** What to say to a browser that comes with the cookie of a session that has ended. */
export async function whySignedOut(ctx: Context, session_key: string): Promise<SignedOut> {
  const ended = await findEndedSession(ctx, session_key);
  if (!ended) return { sentence: UNKNOWN, person_id: null };
  const { person_id, why } = ended;
  if (why !== 'over') return { sentence: SENTENCES[why], person_id };
  // One that was noticed only now is on record a little later than this request began.
  const until = later(ctx.at, 60_000);
  const jumps = await listClockJumps(ctx.db, { after: ended.created_at, until });
  return { sentence: whyOver(ended, jumps, ctx.at), person_id };
}

/** It was the clock where the session would still be open without what the clock was set forward by. */
function whyOver(ended: EndedSessionTable, jumps: ClockJump[], at: string): string {
  const [created, seen, now] = [ended.created_at, ended.seen_at, at].map(Date.parse) as [number, number, number];
  const forward = jumps.filter(({ seconds }) => seconds > 0);
  const all = sumOf(forward);
  const unseen = sumOf(forward.filter((jump) => jump.at > ended.seen_at));
  const is_young = now - seen - unseen < IDLE_MILLISECONDS && now - created - all < ABSOLUTE_MILLISECONDS;
  if (all > 0 && is_young)
    return `The clock of the desk’s machine was set forward by ${sayLength(unseen || all)}, and that ended your session.`;
  return Date.parse(ended.ended_at) - created >= ABSOLUTE_MILLISECONDS ? TOO_OLD : IDLE;
}

/** In milliseconds. */
function sumOf(jumps: ClockJump[]): number {
  return jumps.reduce((sum, { seconds }) => sum + seconds * 1000, 0);
}
