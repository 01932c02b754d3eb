// What an open page says: how far it has seen the article, and in which claim somebody writes.
import { z } from 'zod';
import { hidden, optionalNumber } from '#src/http/form-fields.ts';
import { type Seen, whatIsSeen } from './seen.ts';

/** A name that the script makes up, for as long as the page is open. */
const PAGE = /^[\w-]{8,40}$/;

export const editingForm = z.object({
  page: hidden(z.string().regex(PAGE, 'The page has no name.')),
  /** The claim in whose fields somebody is; empty for none. */
  claim: hidden(optionalNumber()),
});

/** The question of a page; where it has no name, nobody is noted as being here. */
export function liveAsked(
  query: Record<string, unknown>,
  last_event_id: string | undefined,
): { page: string; seen: Seen | null } {
  const page = String(query.page ?? '');
  return { page: PAGE.test(page) ? page : '', seen: whatIsSeen(last_event_id) ?? whatIsSeen(query.seen) };
}
