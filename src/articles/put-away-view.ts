// What the pages of an article that is put away say of that. Pure.
import { sayTime } from '#src/dates.ts';
import type { PageNote } from '#src/http/render.ts';
import { url } from '#src/paths.ts';
import { may } from '#src/people/permissions.ts';
import type { ArticleFound } from './store.ts';

/** The sentence above each of its pages; null where it is in work. */
export function putAwayNote(
  { number, put_away_at, put_away_reason, time_zone, role }: ArticleFound,
  now: string,
): PageNote | null {
  if (put_away_at === null) return null;
  const since = `Put away ${sayTime(put_away_at, time_zone, now)}`;
  const reason =
    put_away_reason === '' || !may(role, 'see_confidential') ? '' : `: ${put_away_reason.replace(/\.$/, '')}`;
  return {
    words: `${since}${reason}. The article can only be read, except for complaints, corrections, clearances by Legal and erasure.`,
    button: may(role, 'put_articles_away')
      ? { action: url('article_bringing_back', { id: number }), label: 'Bring article back' }
      : null,
  };
}
