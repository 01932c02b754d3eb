// Which of the sources that are due are captured next, so that no host is asked much at once. Pure.
import { itemAt } from '#src/item-at.ts';

/** So many sources of a desk are captured again in an hour, and so many of one host. */
export const MOST_IN_ROUND = 40;
export const MOST_OF_HOST = 6;
/** Two in a row of one host are so far apart. */
export const PAUSE_MILLISECONDS = 5_000;

export interface Due {
  id: string;
  url: string;
}

export function hostOf(url: string): string {
  return URL.parse(url)?.host ?? '';
}

/** The ids of those to be captured now: a few of each host, hosts in turns. */
export function spread(due: readonly Due[]): string[] {
  const hosts = [...Map.groupBy(due, ({ url }) => hostOf(url)).values()].map((all) => all.slice(0, MOST_OF_HOST));
  const turns = Array.from({ length: MOST_OF_HOST }, (_, turn) =>
    hosts.filter((all) => all.length > turn).map((all) => itemAt(all, turn).id),
  );
  return turns.flat().slice(0, MOST_IN_ROUND);
}
