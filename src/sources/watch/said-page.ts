// What the page of a source says of the tries at its address.
import type { Context } from '#src/context.ts';
import { localOf, sayDate, sayTime } from '#src/dates.ts';
import type { SourceFound } from '../card/store.ts';
import { captureDaysOf, findWatch } from './store.ts';
import { missesIn, sayMiss, sayMissed } from './watch.ts';

export interface WatchSaid {
  /** What follows from an address that is gone; '' where it is not. */
  gone: string;
  /** "Not reached on 2 tries since 27 November 2026."; '' where it is gone, or the last try that says anything reached it. */
  missed: string;
  /** Each of those tries. */
  misses: string[];
  /** When it is captured again, and when it was last tried. */
  again: string;
}

const GONE =
  'Claims that rest on it were set to “check again”, except in articles that are put away. The saved copies stay, and count as before. A capture that succeeds takes this notice away.';

/** Null where the source was never captured. */
export async function watchSaid(ctx: Context, source: SourceFound): Promise<WatchSaid | null> {
  const watch = await findWatch(ctx.db, source.id);
  if (watch === undefined) return null;
  const { time_zone } = source;
  const misses = watch.url === source.url ? missesIn(watch) : [];
  const missed = sayMissed(misses, time_zone);
  const is_gone = watch.url === source.url && watch.gone_at !== null;
  return {
    gone: is_gone ? `${missed}. ${GONE}` : '',
    missed:
      missed === '' || is_gone
        ? ''
        : `${capital(missed)}. After three failed tries over two days an address counts as gone.`,
    misses: misses.map((miss) => sayMiss(miss, time_zone)),
    again: sayAgain(await captureDaysOf(ctx.db, source.desk_id), source, {
      tried: sayTime(watch.tried_at, time_zone, ctx.at),
      robots: watch.url === source.url && watch.robots_at !== null ? sayDay(watch.robots_at, time_zone) : '',
    }),
  };
}

/** `robots`: since when the site is known to ask robots to stay away; '' where it does not. */
function sayAgain(
  days: number,
  { is_confidential }: SourceFound,
  { tried, robots }: { tried: string; robots: string },
): string {
  if (days === 0) return '';
  if (is_confidential === 1) return 'A confidential source is captured only when somebody asks.';
  if (robots !== '')
    return `Not captured again by the desk itself: the site asks robots not to (its robots.txt, since ${robots}). Whoever presses the button captures it all the same; last tried ${tried}.`;
  return `Captured again ${days === 1 ? 'every day' : `every ${days} days`} while an article uses it; last tried ${tried}.`;
}

function sayDay(at: string, zone: string): string {
  return sayDate(localOf(at, zone).slice(0, 10));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
