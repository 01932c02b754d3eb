// Which rows reasons and waivers rest on, by table: the columns that count, and for what is missing. Pure.
import type { ArticleView } from '#src/article-view/gather-article.ts';
import { contactsOf } from '#src/contacts/contact-lines-view.ts';
import type { ContactRow } from '#src/contacts/contacts/store.ts';
import type { KeptRow } from '#src/database/row-watch.ts';
import type { Database } from '#src/database/schema.ts';
import type { Rule } from '#src/people/profiles/levels.ts';
import { rangesTouching } from '#src/reading/text/range.ts';
import { hashOf } from './covers.ts';

/** What of a row counts for whom. */
export interface Reach {
  columns: readonly string[];
  /** For which checks alone; left out for all. */
  rules?: readonly Rule[];
  /** Whether the row tells of a change by being stored, though it stands as it was stored; left out where none does. */
  tells?: (row: KeptRow) => boolean;
  /** The keys of what is missing that rest on this row, as `Missing.key`. */
  keys: (row: KeptRow, view: ArticleView) => string[];
}

const COPY = ['copy_shows', 'copy_words', 'copy_sentence', 'copy_version_number', 'copy_reason'];
const OF_VERDICT = ['attribution_verdict', 'content_verdict_id', 'verdict_sentence', 'check_again'];
const ACCOUNT = ['party_id', 'value', 'comparator', 'low', 'high', 'unit', 'as_of', 'quote', 'claim_id', 'source_id'];
const USE = ['source_id', 'about', 'passage', 'place', 'stance', 'reliability', 'credibility', 'note', 'removed_at'];

/** Beside what `covers.ts` hashes: whatever makes a thing missing no more, so that it is not the same one when it is again. */
export const RESTS_ON: Partial<Record<keyof Database, readonly Reach[]>> = {
  claim: [
    { columns: ['kind', 'statement', 'is_key', ...OF_VERDICT, 'same_as_id'], keys: ofClaim('id') },
    { columns: ['state', 'state_line'], rules: ['R2', 'R11', 'R16'], keys: ofClaim('id') },
    { columns: ['checker_id', 'second_reader_id'], rules: ['R11'], keys: ofClaim('id') },
  ],
  claim_anchor: [{ columns: ['start', 'end'], tells: hasOtherWords, keys: ofClaim('claim_id') }],
  evidence: [{ columns: USE, keys: (row, view) => [...claimsOn(row, view), `source:${row.source_id}`] }],
  source: [
    { columns: ['type', 'url', 'proximity', 'interest', 'is_confidential'], keys: ofSource('id') },
    { columns: ['anonymity_reason', 'granted_by'], rules: ['R18'], keys: ofSource('id') },
  ],
  source_derivation: [{ columns: ['derives_from_id', 'removed_at'], keys: ofSource('source_id') }],
  snapshot: [{ columns: ['altered_at', 'erased_at'], keys: ofSource('source_id') }],
  question: [{ columns: ['point', 'rule', 'rule_sentence', ...COPY, 'withdrawn_at'], keys: of('question', 'id') }],
  account: [{ columns: [...ACCOUNT, 'is_preferred', 'withdrawn_at'], keys: of('question', 'question_id') }],
  accused: [
    { columns: ['party_id', 'accusation', 'not_offered_reason', ...COPY, 'withdrawn_at'], keys: of('accused', 'id') },
  ],
  accused_dismissal: [
    { columns: ['dismissed_at'], keys: (row) => [`proposed:${hashOf({ key: String(row.name_key) })}`] },
  ],
  contact: [{ columns: ['party_id', 'put', 'until_words', 'outcome', 'answer', 'withdrawn_at'], keys: accusedAsked }],
  fix: [{ columns: ['state', 'old_words', 'new_words'], keys: (row) => [`asked:${row.id}`, `agreed:${row.id}`] }],
  query: [{ columns: ['state', 'question'], keys: of('query', 'id') }],
  legal_clearance: [{ columns: ['lifted_at'], rules: ['R17'], keys: cleared }],
  finding_decision: [{ columns: ['decision', 'reason'], rules: ['R20'], keys: of('finding', 'finding_key') }],
  initial: [{ columns: ['at'], keys: of('sentence', 'sentence_id') }],
  tick: [{ columns: ['at'], keys: sentencesTouched }],
};

/** The claim of the use, and those that are the same as it. */
function claimsOn({ claim_id }: KeptRow, { claims }: ArticleView): string[] {
  const same = claims.filter(({ same_as_id }) => same_as_id === claim_id);
  return [`claim:${claim_id}`, ...same.map(({ id }) => `claim:${id}`)];
}

/** Where a version has the claim in other words than the one before it, or not at all. */
function hasOtherWords({ status }: KeptRow): boolean {
  return status === 'changed' || status === 'lost';
}

function of(kind: string, column: string): Reach['keys'] {
  return (row) => [`${kind}:${row[column]}`];
}

function ofClaim(column: string): Reach['keys'] {
  return of('claim', column);
}

/** A source, and the claims that rest on it. */
function ofSource(column: string): Reach['keys'] {
  return (row, { evidence }) => {
    const uses = evidence.filter(({ source_id }) => source_id === row[column]);
    return [`source:${row[column]}`, ...uses.map(({ claim_id }) => `claim:${claim_id}`)];
  };
}

function accusedAsked(row: KeptRow, { accused }: ArticleView): string[] {
  const asked = { ...row, withdrawn_at: null } as unknown as ContactRow;
  return accused.filter((one) => contactsOf(one, [asked]).length > 0).map(({ id }) => `accused:${id}`);
}

function cleared({ claim_id, version_id }: KeptRow): string[] {
  return [claim_id === null ? `version:${version_id}` : `claim:${claim_id}`];
}

function sentencesTouched({ start, end }: KeptRow, { ground }: ArticleView): string[] {
  const touched = rangesTouching(ground.sentences, { start: Number(start), end: Number(end) });
  return touched.flatMap(({ id }) => [`sentence:${id}`, `details:${id}`]);
}
