// What entries from before the hashes of rows say of rows: the fields in their details. Pure.
import type { Database } from '#src/database/schema.ts';
import type { EventVerb } from './events.ts';

/** Fields of a row as an entry left them; null where it took the row away. */
export interface OldFact {
  table: keyof Database;
  key: string;
  fields: Readonly<Record<string, unknown>> | null;
}

/** Fields that an entry may have changed in rows that it does not name: those of an article, or of a whole chain. */
export interface OldDoubt {
  table: keyof Database;
  doubted: readonly string[];
  article_id?: string | null;
}

export interface OldEntry {
  chain: string;
  at: string;
  actor: string;
  subject: string;
  article_id: string | null;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
}

/** The tables of the subjects that entries name as `kind:id`: each of their rows was entered, ever since there is a log. */
const OF_KIND: Readonly<Record<string, keyof Database>> = {
  person: 'person',
  desk: 'desk',
  article: 'article',
  claim: 'claim',
  snapshot: 'snapshot',
  contact: 'contact',
  accused: 'accused',
  question: 'question',
  account: 'account',
  fix: 'fix',
  query: 'query',
  link: 'writer_link',
};

/** Tables of whose rows every one was entered by its key. */
export const ENTERED: ReadonlySet<keyof Database> = new Set([
  ...Object.values(OF_KIND),
  'membership',
  'version',
  'evidence',
]);

const PERSON = ['number', 'email', 'display_name', 'is_administrator'];
const DESK = ['number', 'slug', 'name', 'time_zone', 'language', 'method'];
const ARTICLE = [
  ...['byline', 'outlet', 'url', 'language', 'place', 'dated_on', 'dated_zone', 'deadline_at', 'asked_by', 'asked_why'],
  'needs_legal',
];
const CLAIM = [
  'number',
  'kind',
  'statement',
  'is_key',
  'content_verdict_id',
  'attribution_verdict',
  'verdict_sentence',
];
const EVIDENCE = ['about', 'passage', 'place', 'stance', 'reliability', 'credibility', 'note', 'speaker_id'];
const SOURCE = [
  ...['number', 'title', 'type', 'url', 'publisher', 'author', 'dated_on', 'proximity', 'interest', 'doi'],
  ...['is_confidential', 'alias'],
];
const FIX = ['old_words', 'new_words', 'reason'];
const QUESTION = ['number', 'point', 'rule', 'rule_sentence'];
const ACCOUNT = ['value', 'quote'];

type Reading = (entry: OldEntry) => (OldFact | OldDoubt)[];

/** The fields of the detail that are columns of the subject's own row. */
function ofSubject(table: keyof Database, columns: readonly string[]): Reading {
  return ({ subject, after }) => [
    { table, key: subject.slice(subject.indexOf(':') + 1), fields: only(after, columns) },
  ];
}

/** Whoever marks or judges is the checker, whoever closes the second reader; a claim that is to be read again has none. */
function ofClaim(who?: 'checker_id' | 'second_reader_id'): Reading {
  return (entry) => {
    const key = entry.subject.slice('claim:'.length);
    const person = entry.actor.startsWith('person:') ? entry.actor.slice('person:'.length) : null;
    const { article_id } = entry;
    const fields = { article_id, ...only(entry.after, CLAIM), ...(who === undefined ? {} : { [who]: person }) };
    return [{ table: 'claim', key, fields }];
  };
}

const ofClaimOpened: Reading = ({ subject, before, after }) => {
  const fields = before?.state === after?.state ? {} : { second_reader_id: null };
  return [
    { table: 'claim', key: subject.slice('claim:'.length), fields: { ...fields, ...only(after, ['statement']) } },
  ];
};

function doubt(table: keyof Database, doubted: readonly string[]): Reading {
  return ({ article_id }) => [{ table, doubted, article_id }];
}

const ofMember = ({ chain, subject, after }: OldEntry): OldFact[] => [
  { table: 'membership', key: `${chain}/${subject.slice('person:'.length)}`, fields: only(after, ['role']) },
];

/** Evidence is entered under its claim. */
const ofEvidence: Reading = ({ after }) => [
  { table: 'evidence', key: String(after?.evidence_id), fields: only(after, EVIDENCE) },
];

const OF_VERB: Partial<Record<EventVerb, Reading>> = {
  'person.first_made': ofSubject('person', PERSON),
  'person.added': ofSubject('person', PERSON),
  'person.joined': ofSubject('person', PERSON),
  'person.renamed': ofSubject('person', ['display_name']),
  'person.administration_changed': ofSubject('person', ['is_administrator']),
  'desk.opened': ofSubject('desk', DESK),
  'desk.changed': ofSubject('desk', DESK),
  'desk.member_added': ofMember,
  'desk.member_role_changed': ofMember,
  'desk.member_removed': (entry) => ofMember(entry).map((fact) => ({ ...fact, fields: null })),
  'article.taken_in': (entry) => [
    ...ofSubject('article', ['needs_legal'])(entry),
    { table: 'version', key: versionKey(entry.article_id, 1), fields: only(entry.after, ['sha256', 'length']) },
  ],
  'article.details_changed': ofSubject('article', ARTICLE),
  'article.legal_changed': ofSubject('article', ['needs_legal']),
  'article.revised': (entry) => [
    ...doubt('claim', ['statement', 'attribution_verdict'])(entry),
    {
      table: 'version',
      key: versionKey(entry.article_id, entry.after?.version),
      fields: only(entry.after, ['sha256', 'length', 'note']),
    },
  ],
  'claim.marked': ofClaim('checker_id'),
  'claim.details_changed': ofClaim(),
  'claim.attribution_changed': doubt('claim', ['attribution_verdict']),
  'claim.key_changed': ofClaim(),
  'claim.verdict_set': ofClaim('checker_id'),
  'claim.sentence_mended': ofClaim(),
  'claim.closed': ofClaim('second_reader_id'),
  'claim.reopened': ofClaimOpened,
  'claim.withdrawn': ofClaimOpened,
  'claim.restored': ofClaimOpened,
  'claim.check_again': ofClaimOpened,
  'evidence.added': ofEvidence,
  'evidence.changed': ofEvidence,
  'evidence.removed': ({ at, after }) => [
    { table: 'evidence', key: String(after?.evidence_id), fields: { removed_at: at } },
  ],
  'source.added': ofSubject('source', SOURCE),
  'source.changed': ofSubject('source', SOURCE),
  'source.imported': ({ after }) =>
    Array.isArray(after?.filled) && after.filled.length === 0 ? [] : [{ table: 'source', doubted: SOURCE }],
  'source.merged': ({ subject, before, after }) => [
    { table: 'source', key: String(before?.id), fields: null },
    { table: 'source', key: subject.slice('source:'.length), fields: only(changedIn(after), SOURCE) },
  ],
  'fix.asked': ofSubject('fix', FIX),
  'question.asked': ofSubject('question', QUESTION),
  'question.changed': ofSubject('question', QUESTION),
  'question.rule_set': ofSubject('question', QUESTION),
  'account.added': ofSubject('account', ACCOUNT),
  'account.changed': ofSubject('account', ACCOUNT),
};

/** That the subject of an entry was there, which it says also where its detail was erased. */
export function subjectIn({ subject }: Pick<OldEntry, 'subject'>): OldFact[] {
  const [kind = '', key = ''] = subject.split(':');
  const table = OF_KIND[kind];
  return table === undefined ? [] : [{ table, key, fields: {} }];
}

/** What an entry says of rows: that its subject was there, and what its detail holds. */
export function oldFactsIn(verb: string, entry: OldEntry): (OldFact | OldDoubt)[] {
  return [...subjectIn(entry), ...(OF_VERB[verb as EventVerb]?.(entry) ?? [])];
}

/** Entries name versions by article and number. */
export function versionKey(article_id: unknown, number: unknown): string {
  return `${article_id} ${number}`;
}

function changedIn(after: OldEntry['after']): OldEntry['after'] {
  return (after?.changed ?? null) as OldEntry['after'];
}

function only(detail: OldEntry['after'], columns: readonly string[]): Record<string, unknown> {
  const entries = Object.entries(detail ?? {}).filter(([name]) => columns.includes(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, asStored(value)]));
}

/** Details say yes and no where rows say 1 and 0. */
function asStored(value: unknown): unknown {
  if (value === true || value === 'yes') return 1;
  return value === false || value === 'no' ? 0 : value;
}
