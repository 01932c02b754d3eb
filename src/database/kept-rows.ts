// Which rows the log keeps a hash of, and of which tables it keeps none, with the reason.
import { KEPT_OF_DESKS } from './kept-of-desks.ts';
import { KEPT_OF_OUTSIDE } from './kept-of-outside.ts';
import { KEPT_OF_SHEETS } from './kept-of-sheets.ts';
import { KEPT_OF_SOURCES } from './kept-of-sources.ts';
import type { KeptTables } from './kept-table.ts';
import type { Database } from './schema.ts';

/** In the order in which they are compared: what others hang on stands first. */
export const KEPT: KeptTables = { ...KEPT_OF_DESKS, ...KEPT_OF_SOURCES, ...KEPT_OF_OUTSIDE, ...KEPT_OF_SHEETS };

/** Tables of whose rows the log keeps no hash, with the reason. */
export const NOT_KEPT: Readonly<Partial<Record<keyof Database, string>>> = {
  setting: 'secrets of the installation; a lost or changed one is noticed at once',
  counter: 'the next number of each kind',
  session: 'who is signed in',
  ended_session: 'who was signed in',
  security_event: 'sign-ins and refusals, which are swept',
  guess: 'wrong passwords of late',
  log_chain: 'the heads of the log, which its entries are re-traced to',
  log: 'the log itself',
  log_detail: 'the log itself',
  file_chunk: 'the bytes of files, which are hashed as a whole',
  snapshot_text: 'the text of saved copies, which is hashed by itself',
  job: 'work that waits or is done',
  intake_draft: 'documents that nobody has taken in yet',
  report_comparison: 'what has changed since a report, which is worked out anew with each change',
  claim_waiting: 'how many claims wait for whom, which follows from the claims',
  article_progress: 'how far each article is, which is counted anew with each change',
  change_kind: 'what sort of change fixes and corrections make, which follows from their words',
  version_reading: 'what the program reads in a version, which is read anew',
  search_entry: 'the index of searching, which is made of other rows',
  search_waiting: 'what the index has still to take up',
  search_word: 'the words of the index',
  retraction: 'the lines of retraction lists: the hash of each whole file stands in its list',
  source_watch: 'what became of the last tries at an address; that one is gone, or back, stands in the log',
  proposed_source_place: 'where words stand that a document names a source for',
};
