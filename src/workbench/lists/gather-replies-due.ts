// The replies that a person waits for today, for their own desk.
import { isDueToday, type UntilSaid, untilSaid } from '#src/contacts/contacts/contact.ts';
import { listRepliesDue } from '#src/contacts/contacts/due-store.ts';
import type { Context } from '#src/context.ts';
import { url } from '#src/paths.ts';

export interface ReplyLine {
  href: string;
  name: string;
  put: string;
  article_title: string;
  language: string;
  claim_number: number | null;
  until: UntilSaid | null;
}

/** Those who may answer until the end of the day at their desk, and those whose time has passed; the nearest deadline first. */
export async function repliesDueToday(ctx: Context, person_id: string): Promise<ReplyLine[]> {
  const { at: now } = ctx;
  return (await listRepliesDue(ctx, person_id))
    .filter(({ until, time_zone }) => until !== null && isDueToday(until, { now, time_zone }))
    .map((one) => ({
      href: url('contact', { id: one.article_number, contact: one.id }),
      name: one.name,
      put: one.put,
      article_title: one.article_title,
      language: one.language,
      claim_number: one.claim_number,
      until: untilSaid(one, { now, time_zone: one.time_zone }),
    }));
}
