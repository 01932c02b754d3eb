// What a request may leave behind: what is noted of readers, what is in no log, more commits than one.
import type { Row } from './table.ts';

/** Reading these is noted, though it is a GET. */
const NOTED_WHEN_READ: Record<string, string[]> = {
  'GET /writer/:token': ['writer_link'],
  // How far articles are is stored by whoever asks for it.
  'GET /': ['article_progress'],
  'GET /articles': ['article_progress'],
  // What sort of change a fix makes is stored by whoever asks for it.
  'GET /desks/:slug/numbers': ['change_kind'],
  'GET /desks/:slug/numbers.csv': ['change_kind'],
  'GET /articles/:id/reports': ['report_comparison'],
  'GET /articles/:id/publications': ['report_comparison'],
  'GET /articles/:id/reports/:number/report.:format': ['log_chain', 'log', 'log_detail', 'report_download'],
  // The program opens identity records to look for them in the public report.
  'GET /articles/:id/sign-off': ['log_chain', 'log', 'log_detail'],
  'GET /articles/:id/report/confidential': ['log_chain', 'log', 'log_detail'],
};

/** What was saved comes into the index of searching with the next search. */
export function isNotedBy({ name, path }: Row, table: string): boolean {
  const is_of_search = /^\/search\b/.test(path) && table.startsWith('search_');
  return is_of_search || NOTED_WHEN_READ[name]?.includes(table) === true;
}

/** What people may do that no log of a desk tells of: who is in, how pages look to oneself, what waits for a look. */
export const NOT_IN_THE_LOG = [
  'POST /sign-in',
  'POST /sign-out',
  'POST /me/sessions',
  'POST /me/preferences',
  'POST /sources/import',
  'POST /sources/retractions',
  'POST /articles/:id/sheets',
  'POST /sources/:number/captures',
  'POST /articles/:id/as-ran/fetching',
  // Kept in memory: that somebody writes in a claim is over a minute later.
  'POST /articles/:id/live',
  // The stocked version wants no claim checked again that has its words still.
  'POST /articles/:id/standing',
];

/** A form that is taken is written to the disk once. What may take more commits, none of them an evening's work. */
export const COMMITS_OF: Record<string, number> = {
  // The session before ends, the new one begins; the guesses are forgotten; both are noted as security events.
  'POST /sign-in': 5,
  'POST /sign-out': 2,
  'POST /invitations/:token': 3,
  'POST /reset/:token': 3,
  'POST /me/password': 3,
  // That the link was used is noted though the form be refused.
  'POST /writer/:token': 2,
  'POST /writer/:token/package/contacts': 2,
  'POST /writer/:token/package/notes': 2,
  // Identity records that are opened to look for them in the report are noted first, the comparison with it last.
  'POST /articles/:id/reports': 3,
  // Files come in pieces, before anything refers to them.
  'POST /writer/:token/package/files': 4,
  'POST /sources/import': 2,
  'POST /sources/retractions': 3,
  // Its lines go some at a time, when it says nothing any more.
  'POST /sources/retractions/:list/removal': 2,
  'POST /articles/:id/sheets': 2,
  'POST /sources/:number/snapshots': 3,
  'POST /sources/:number/snapshots (confidential)': 3,
};
