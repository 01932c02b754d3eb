// All SQL of what a desk knows its confidential sources by, now and before it was changed.
import { sql } from 'kysely';
import type { Db } from '#src/database/schema.ts';
import type { SourceKnown } from './names.ts';

/**
 * Everything noted of the desk's confidential sources, also what was taken off or withdrawn, and former words, which the
 * log has: many a card gets another title on the day it becomes confidential. Two queries where there is no such source.
 */
export async function listSourcesKnown(db: Db, desk_id: string): Promise<SourceKnown[]> {
  const cards = await confidential(db, desk_id)
    .select(['source.id', ...CARD])
    .orderBy('source.number')
    .execute();
  const handed = await listHandedKnown(db, desk_id);
  if (cards.length + handed.length === 0) return [];
  const shared = await listSharedPublishers(db, desk_id);
  const found = [
    ...cards.map(({ id, ...card }) => ({ source_id: id, ...wordsOfCard(card) })),
    ...(await listUsesKnown(db, desk_id)),
    ...(await listContactsKnown(db, desk_id)),
    ...(await listAccountsKnown(db, desk_id)),
    ...(await listCopiesKnown(db, desk_id)),
    ...(await listLinksKnown(db, desk_id)),
    ...(await listToCallKnown(db, desk_id)),
    ...(await listFormerWords(db, desk_id)),
    ...handed,
  ];
  return [...Map.groupBy(found, (words) => words.source_id)].map(([id, some]) => together(id, some, shared));
}

/** The sources that an article uses or has used: as evidence, in contacts, in accounts, among those to call. */
export async function listSourcesUsed(db: Db, article_id: string): Promise<Set<string>> {
  const of = (table: 'evidence' | 'contact' | 'account' | 'to_call') =>
    db
      .selectFrom(table)
      .select('source_id')
      .$castTo<{ source_id: string }>()
      .where('article_id', '=', article_id)
      .where('source_id', 'is not', null);
  const handed = db
    .selectFrom('handed_piece')
    .select('id as source_id')
    .where('article_id', '=', article_id)
    .where('is_confidential', '=', 1);
  const used = of('evidence').union(of('contact')).union(of('account')).union(of('to_call'));
  const rows = await used.union(handed).execute();
  return new Set(rows.map(({ source_id }) => source_id));
}

const CARD = [
  'source.title',
  'source.author',
  'source.publisher',
  'source.url',
  'source.doi',
  'source.interest',
] as const;
type Card = Partial<Record<'title' | 'author' | 'publisher' | 'url' | 'doi' | 'interest', string>>;

type Words = { source_id: string } & { [Kind in keyof Omit<SourceKnown, 'id'>]?: (string | null | undefined)[] };

const KINDS = ['titles', 'people', 'bodies', 'marks', 'sayings', 'places', 'remarks'] as const;

function together(id: string, some: Words[], shared: ReadonlySet<string>): SourceKnown {
  const of = (kind: (typeof KINDS)[number]) => [
    ...new Set(
      some
        .flatMap((words) => words[kind] ?? [])
        .filter((one): one is string => typeof one === 'string' && one.trim() !== ''),
    ),
  ];
  const known = { id, ...Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) } as SourceKnown;
  return { ...known, bodies: known.bodies.filter((body) => !shared.has(body)) };
}

function wordsOfCard({ title, author, publisher, url, doi, interest }: Card) {
  return { titles: [title], people: [author], bodies: [publisher], marks: [url, doi], sayings: [interest] };
}

/** A confidential source has an alias, and the aliases have an index. */
function confidential(db: Db, desk_id: string) {
  return db
    .selectFrom('source')
    .where('source.desk_id', '=', desk_id)
    .where('source.alias', '<>', '')
    .where('source.is_confidential', '=', 1);
}

/** Publishers that open cards have as well: they tell nobody which source is meant. */
async function listSharedPublishers(db: Db, desk_id: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('source')
    .select('publisher')
    .distinct()
    .where('desk_id', '=', desk_id)
    .where('is_confidential', '=', 0)
    .where('publisher', 'in', confidential(db, desk_id).select('source.publisher'))
    .execute();
  return new Set(rows.map(({ publisher }) => publisher));
}

async function listUsesKnown(db: Db, desk_id: string): Promise<Words[]> {
  const rows = await confidential(db, desk_id)
    .innerJoin('evidence', 'evidence.source_id', 'source.id')
    .select(['evidence.source_id', 'passage', 'place', 'note'])
    .execute();
  return rows.map(({ source_id, passage, place, note }) => ({ source_id, sayings: [passage, note], places: [place] }));
}

async function listContactsKnown(db: Db, desk_id: string): Promise<Words[]> {
  const rows = await confidential(db, desk_id)
    .innerJoin('contact', 'contact.source_id', 'source.id')
    .select(['source.id as source_id', 'name', 'body', 'put', 'answer'])
    .execute();
  return rows.map(({ source_id, name, body, put, answer }) => {
    return { source_id, people: [name], bodies: [body], sayings: [answer], remarks: [put] };
  });
}

async function listToCallKnown(db: Db, desk_id: string): Promise<Words[]> {
  const rows = await confidential(db, desk_id)
    .innerJoin('to_call', 'to_call.source_id', 'source.id')
    .select(['source.id as source_id', 'name', 'body', 'phone', 'mail', 'note'])
    .execute();
  return rows.map(({ source_id, name, body, phone, mail, note }) => {
    return { source_id, people: [name], bodies: [body], remarks: [phone, mail, note] };
  });
}

/** What the writer handed in as confidential, from its first byte: each piece is a source by itself, whatever becomes of it. */
async function listHandedKnown(db: Db, desk_id: string): Promise<Words[]> {
  const rows = await db
    .selectFrom('handed_piece')
    .select(['id', 'kind', 'name', 'body', 'phone', 'mail', 'words', 'sha256'])
    .where('desk_id', '=', desk_id)
    .where('is_confidential', '=', 1)
    .where('erased_at', 'is', null)
    .execute();
  return rows.map(({ id, kind, name, body, phone, mail, words, sha256 }) => {
    const named = kind === 'file' ? { marks: [name, sha256] } : { people: [name] };
    return { source_id: id, ...named, bodies: [body], sayings: [words], remarks: [phone, mail] };
  });
}

async function listAccountsKnown(db: Db, desk_id: string): Promise<Words[]> {
  const rows = await confidential(db, desk_id)
    .innerJoin('account', 'account.source_id', 'source.id')
    .innerJoin('party', 'party.id', 'account.party_id')
    .select(['source.id as source_id', 'party.name', 'party.role', 'account.quote'])
    .execute();
  return rows.map(({ source_id, name, role, quote }) => {
    return { source_id, people: [name], bodies: [role], sayings: [quote] };
  });
}

async function listCopiesKnown(db: Db, desk_id: string): Promise<Words[]> {
  const rows = await confidential(db, desk_id)
    .innerJoin('snapshot', 'snapshot.source_id', 'source.id')
    .select(['snapshot.source_id', 'snapshot.name', 'snapshot.url', 'snapshot.final_url'])
    .select(['snapshot.sha256', 'snapshot.warc_sha256', 'snapshot.text_sha256'])
    .execute();
  return rows.map(({ source_id, ...marks }) => ({ source_id, marks: Object.values(marks) }));
}

/** What is noted of a link says something of both its ends. */
async function listLinksKnown(db: Db, desk_id: string): Promise<Words[]> {
  const rows = await confidential(db, desk_id)
    .innerJoin('source_derivation as link', (join) =>
      join.on((eb) =>
        eb.or([eb('link.source_id', '=', eb.ref('source.id')), eb('link.derives_from_id', '=', eb.ref('source.id'))]),
      ),
    )
    .select(['source.id as source_id', 'link.note'])
    .execute();
  return rows.map(({ source_id, note }) => ({ source_id, sayings: [note] }));
}

const CHANGES = ['source.changed', 'source.merged', 'contact.changed', 'evidence.changed', 'account.changed'];

/** What cards, uses, contacts and accounts said before they were changed; and the cards that went into others. */
async function listFormerWords(db: Db, desk_id: string): Promise<Words[]> {
  const cards = confidential(db, desk_id);
  const rows = [
    ...(await beforeChanges(cards, 'source')),
    ...(await beforeChanges(cards.innerJoin('contact', 'contact.source_id', 'source.id'), 'contact')),
    ...(await beforeChanges(cards.innerJoin('evidence', 'evidence.source_id', 'source.id'), 'evidence')),
    ...(await beforeChanges(cards.innerJoin('account', 'account.source_id', 'source.id'), 'account')),
  ];
  return rows.map(({ source_id, before }) => ({ source_id, ...wordsBefore(before) }));
}

function beforeChanges(joined: unknown, kind: 'source' | 'contact' | 'evidence' | 'account') {
  return (joined as ReturnType<typeof confidential>)
    .innerJoin('log', (join) => join.on('log.subject', '=', sql<string>`${kind} || ':' || ${sql.ref(`${kind}.id`)}`))
    .innerJoin('log_detail', (join) =>
      join.onRef('log_detail.chain', '=', 'log.chain').onRef('log_detail.number', '=', 'log.number'),
    )
    .select(['source.id as source_id', 'log_detail.before'])
    .where('log.verb', 'in', CHANGES)
    .execute();
}

function wordsBefore(text: string): Omit<Words, 'source_id'> {
  const before = (JSON.parse(text) ?? {}) as Record<string, unknown>;
  const both = [before, (before.changed ?? {}) as Record<string, unknown>];
  const of = (...names: string[]) =>
    both.flatMap((fields) => names.map((name) => fields[name])).filter((one) => typeof one === 'string');
  return {
    titles: of('title'),
    people: of('author', 'name'),
    bodies: of('publisher', 'body'),
    marks: of('url', 'doi'),
    sayings: of('interest', 'passage', 'note', 'answer', 'quote'),
    places: of('place'),
    remarks: of('put'),
  };
}
