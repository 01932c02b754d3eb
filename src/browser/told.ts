// What the desk tells of others while a page is open, as it tells it.

export interface Told {
  seen: string;
  changed: Change[];
  here: Somebody[];
}

export interface Change {
  claim: number | null;
  who: string;
  did: string;
  at: string;
}

export interface Somebody {
  name: string;
  initials: string;
  as: string;
  claims: number[];
}

/** The place in the page that says where to listen, and how far the page has seen the article. */
export function listeningPlace(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-live]');
}

/** Whether the article has come further than the page. */
export function isAhead({ seen }: Pick<Told, 'seen'>): boolean {
  return Number.parseInt(seen, 10) > Number.parseInt(listeningPlace()?.dataset.seen ?? '', 10);
}

/** "Ben Okafor set a verdict: claim 3, 17:42." */
export function sayChanges(changes: readonly Change[]): string {
  const [one] = changes;
  if (!one) return '';
  if (changes.length === 1)
    return `${one.who} ${one.did}${one.claim === null ? '' : `: claim ${one.claim}`}, ${one.at}.`;
  const who = listed([...new Set(changes.map((change) => change.who))]);
  const claims = changes.flatMap(({ claim }) => (claim === null ? [] : [claim])).sort((a, b) => a - b);
  const which = claims.length === 0 ? [] : [`claim${claims.length > 1 ? 's' : ''} ${listed(claims.map(String))}`];
  return `${who} changed ${listed([...which, ...(claims.length < changes.length ? ['the article'] : [])])}.`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
