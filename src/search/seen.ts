// What was found as its reader may see it: every word that somebody typed passes the reader's discretion.
import type { Context } from '#src/context.ts';
import { visibilityOf } from '#src/sources/confidentiality.ts';
import { type Discretion, discretionAt, discretionOn, NOTHING_HELD } from '#src/sources/held-back/discretion.ts';
import type { Found } from './found.ts';

/** The things in their order, the same where nothing of it is held back. */
export async function foundSeen(ctx: Context, found: readonly Found[]): Promise<Found[]> {
  const known = new Map<string, Promise<Discretion>>();
  const seen: Found[] = [];
  for (const one of found) {
    const key = one.article?.id ?? one.desk_id;
    const discretion = known.get(key) ?? discretionOf(ctx, one);
    known.set(key, discretion);
    seen.push(seenBy(await discretion, one));
  }
  return seen;
}

async function discretionOf({ db }: Context, { article, desk_id, role }: Found): Promise<Discretion> {
  if (visibilityOf(role) === 'inside') return NOTHING_HELD;
  return article === null ? discretionAt(db, desk_id, role) : discretionOn(db, { ...article, desk_id }, role);
}

function seenBy({ see, visibility }: Discretion, found: Found): Found {
  if (visibility === 'inside') return found;
  const { article, source } = found;
  const seen: Found = {
    ...found,
    texts: found.texts.map(see),
    speakers: found.speakers.map(see),
    article: article && { ...article, title: see(article.title) },
    ...(source && { source: { ...source, title: see(source.title) } }),
  };
  return JSON.stringify(seen) === JSON.stringify(found) ? found : seen;
}
