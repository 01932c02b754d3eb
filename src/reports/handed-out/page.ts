// Who has a report of the article: those it was sent to, and members who took a file.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { sayTime } from '#src/dates.ts';
import { may } from '#src/people/permissions.ts';
import type { Audience } from '#src/sources/held-back/audience.ts';
import { PUBLICATION_HOW_LABELS } from './publication.ts';
import { type DownloadFound, listDownloads, listPublications, type PublicationFound } from './store.ts';

export interface HandedOut {
  sent: { id: string; to_whom: string; said: string }[];
  taken: { who: string; said: string }[];
}

/**
 * Both lists, the latest first; with `before`, only of reports that were handed out before that moment. Null for whoever may
 * not read them.
 */
export async function handedOut(
  ctx: Context,
  article: ArticleFound,
  { before }: { before?: string } = {},
): Promise<HandedOut | null> {
  if (!may(article.role, 'read_publications')) return null;
  const is_early = (at: string) => before === undefined || at < before;
  const say = (at: string) => sayTime(at, article.time_zone, ctx.at);
  const publications = await listPublications(ctx.db, article.id);
  const downloads = await listDownloads(ctx.db, article.id);
  return {
    sent: publications.filter(({ sent_at }) => is_early(sent_at)).map((one) => sentLine(one, say)),
    taken: downloads.filter(({ at }) => is_early(at)).map((one) => takenLine(one, say)),
  };
}

function sentLine(
  { id, to_whom, report_number, audience, how, sent_at, noted_by_name }: PublicationFound,
  say: (at: string) => string,
): HandedOut['sent'][number] {
  const said = [`report ${report_number}${sayAudience(audience)} ${PUBLICATION_HOW_LABELS[how]}, ${say(sent_at)}`];
  return { id, to_whom, said: [...said, `noted by ${noted_by_name}`].join(' · ') };
}

function takenLine(
  { person_name, report_number, audience, format, at }: DownloadFound,
  say: (at: string) => string,
): HandedOut['taken'][number] {
  return { who: person_name, said: `report ${report_number}${sayAudience(audience)} as ${format}, ${say(at)}` };
}

function sayAudience(audience: Audience): string {
  return audience === 'internal' ? ', INTERNAL,' : '';
}
