// Who has which article open, and writes in which claim: in memory, and for a short time. Pure.

/** How long a page is believed to be open that says nothing more: two beats, and one that went astray. */
const HERE_MILLISECONDS = 50_000;
/** A page that is being written in says so more often than this. */
const EDITING_MILLISECONDS = 45_000;
/** Of one person, over all articles; the oldest go first. */
const MOST_PAGES = 12;

/** A page that somebody has open, by a name that its script made up. */
export interface OpenPage {
  page: string;
  article_id: string;
  person_id: string;
}

interface Noted extends OpenPage {
  until: number;
  claim: number | null;
  claim_until: number;
}

export interface PersonHere {
  person_id: string;
  /** The claims in whose fields they are. */
  claims: number[];
}

export class Presence {
  readonly #articles = new Map<string, Map<string, Noted>>();

  /** The page is open at this time (milliseconds); `claim` where it says in which claim's fields somebody is, null for none. Whether others learn something. */
  note({ page, article_id, person_id }: OpenPage, now: number, claim?: number | null): boolean {
    const pages = this.#articles.get(article_id) ?? new Map<string, Noted>();
    this.#articles.set(article_id, pages);
    const known = pages.get(page);
    if (known !== undefined && known.person_id !== person_id) return false;
    const editing =
      claim === undefined
        ? { claim: known?.claim ?? null, claim_until: known?.claim_until ?? 0 }
        : { claim, claim_until: now + EDITING_MILLISECONDS };
    pages.delete(page);
    pages.set(page, { page, article_id, person_id, until: now + HERE_MILLISECONDS, ...editing });
    if (known === undefined) this.#bound(person_id);
    const was = known !== undefined && known.claim_until > now ? known.claim : null;
    return known === undefined || known.until <= now || (claim !== undefined && claim !== was);
  }

  leave({ page, article_id, person_id }: OpenPage): void {
    const pages = this.#articles.get(article_id);
    if (pages?.get(page)?.person_id === person_id) pages.delete(page);
    if (pages?.size === 0) this.#articles.delete(article_id);
  }

  /** Who is at the article, in no order. */
  peopleAt(article_id: string, now: number): PersonHere[] {
    const people = new Map<string, Set<number>>();
    for (const { person_id, until, claim, claim_until } of this.#articles.get(article_id)?.values() ?? []) {
      if (until <= now) continue;
      const claims = people.get(person_id) ?? new Set();
      people.set(person_id, claims);
      if (claim !== null && claim_until > now) claims.add(claim);
    }
    return [...people].map(([person_id, claims]) => ({ person_id, claims: [...claims].sort((a, b) => a - b) }));
  }

  /** Forgets what is over. */
  sweep(now: number): void {
    for (const pages of this.#articles.values())
      for (const noted of pages.values()) if (noted.until <= now) this.leave(noted);
  }

  #bound(person_id: string): void {
    const own = [...this.#articles.values()].flatMap((pages) => [...pages.values()]);
    const pages = own.filter((one) => one.person_id === person_id).sort((one, other) => one.until - other.until);
    for (const oldest of pages.slice(0, Math.max(0, pages.length - MOST_PAGES))) this.leave(oldest);
  }
}
