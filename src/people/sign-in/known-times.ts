// The newest times on record, compared with the clock: where they are ahead of it, it is or was wrong.
import { sayLength } from '#src/clock.ts';
import type { Db } from '#src/database/schema.ts';
import { later, sayWhole } from '#src/dates.ts';
import { listClockJumps } from './clock-watch-commands.ts';
import { type KnownTimes, listNewestTimes } from './known-times-store.ts';

const LEAST_AHEAD = 60_000;
const REMEMBERED = 30 * 86_400_000;

const NAMES: Record<keyof KnownTimes, string> = {
  log: 'The newest entry in the log',
  security_event: 'The newest security event',
  session: 'The last use of a session',
};

/** The last times on record, at the start of a server: the latest in milliseconds (null where nothing has happened yet), and what is wrong with them. */
export async function timesAtStart(db: Db, now: string): Promise<{ newest: number | null; sentences: string[] }> {
  const known = await listNewestTimes(db, 'last');
  const times = Object.values(known).flatMap((at) => (at === null ? [] : [Date.parse(at)]));
  return { newest: times.length === 0 ? null : Math.max(...times), sentences: sayAhead(known, now) };
}

/** What there is to say of the clock: `wrong`, a sentence for each record with a time in the future; `set`, one for each setting that a server noticed in 30 days. */
export async function examineClock(db: Db, now: string): Promise<{ wrong: string[]; set: string[] }> {
  const after = later(now, -REMEMBERED);
  const jumps = await listClockJumps(db, { after, until: '9999' });
  return {
    wrong: sayAhead(await listNewestTimes(db, 'all'), now),
    set: jumps.map(({ at, seconds }) => {
      const [way, length] = [seconds > 0 ? 'forward' : 'back', sayLength(Math.abs(seconds) * 1000)];
      return `The clock was set ${way} by ${length} while the desk ran; afterwards it showed ${sayWhole(at, 'UTC')} UTC.`;
    }),
  };
}

function sayAhead(known: KnownTimes, now: string): string[] {
  return Object.entries(NAMES).flatMap(([name, words]) => {
    const ahead = Date.parse(known[name as keyof KnownTimes] ?? now) - Date.parse(now);
    if (ahead <= LEAST_AHEAD) return [];
    return [
      `${words} is ${sayLength(ahead)} in the future: the clock of this machine was set back, or was wrong then.`,
    ];
  });
}
