// All SQL of what is indexed: things of the desk by their ids, with their words and what narrows them.
import type { Db } from '#src/database/schema.ts';
import type { Indexed } from './entry.ts';
import { facet } from './entry-signs.ts';
import { listSpeakers } from './speaker-store.ts';
import type { EntryKind } from './tables.ts';

const LISTS: Record<EntryKind, (db: Db, ids: string[]) => Promise<Indexed[]>> = {
  article: listArticles,
  claim: listClaims,
  source: listSources,
  passage: listPassages,
  query: listQueries,
  contact: listContacts,
};

/**
 * Things of one kind by their ids. What is not to be found is not there: dropped queries, withdrawn contacts, evidence that was
 * taken off, and all that belongs to an article whose words were erased.
 */
export async function listThings(db: Db, kind: EntryKind, ids: string[]): Promise<Indexed[]> {
  const things = await LISTS[kind](db, ids);
  const articles = [...new Set(things.flatMap(({ article_id }) => article_id ?? []))];
  if (articles.length === 0) return things;
  const standing = await db
    .selectFrom('article')
    .innerJoin('version', (join) =>
      join.onRef('version.article_id', '=', 'article.id').onRef('version.number', '=', 'article.latest_version_number'),
    )
    .select('article.id')
    .where('article.id', 'in', articles)
    .where('text', 'is not', null)
    .execute();
  const stands = new Set(standing.map(({ id }) => id));
  return things.filter(({ article_id }) => article_id === null || stands.has(article_id));
}

async function listArticles(db: Db, ids: string[]): Promise<Indexed[]> {
  const rows = await db
    .selectFrom('article')
    .innerJoin('version', (join) =>
      join.onRef('version.article_id', '=', 'article.id').onRef('version.number', '=', 'article.latest_version_number'),
    )
    .select(['article.id', 'article.desk_id', 'title', 'byline', 'outlet', 'place', 'article.created_at', 'text'])
    .where('article.id', 'in', ids)
    .where('text', 'is not', null)
    .execute();
  return rows.map(({ id, desk_id, created_at, title, byline, outlet, place, text }) => ({
    ...{ kind: 'article', subject_id: id, desk_id, article_id: id, made_at: created_at },
    ...{ texts: [title, text, byline, outlet, place], is_open: true, speakers: [] },
  }));
}

async function listClaims(db: Db, ids: string[]): Promise<Indexed[]> {
  const rows = await db
    .selectFrom('claim')
    .leftJoin('verdict', 'verdict.id', 'content_verdict_id')
    .select(['claim.id', 'claim.desk_id', 'article_id', 'marked_at', 'statement', 'verdict_sentence', 'kind', 'state'])
    .select('verdict.meaning')
    .where('claim.id', 'in', ids)
    .execute();
  const of = await listSpeakers(db, ids);
  return rows.map(({ id, desk_id, article_id, marked_at, statement, verdict_sentence, ...claim }) => {
    const chain = of.get(id) ?? [];
    return {
      ...{ kind: 'claim', subject_id: id, desk_id, article_id, made_at: marked_at, is_open: true },
      texts: [statement, ...chain.flatMap(({ name, role }) => [name, role])],
      later: [verdict_sentence],
      speakers: chain.map(({ name }) => name),
      more: [facet('kind', claim.kind)],
      standing: [facet('state', claim.state), facet('verdict', claim.meaning ?? 'none')],
    };
  });
}

async function listSources(db: Db, ids: string[]): Promise<Indexed[]> {
  const rows = await db
    .selectFrom('source')
    .select(['id', 'desk_id', 'title', 'publisher', 'author', 'interest', 'url', 'doi', 'alias', 'dated_on'])
    .select(['is_confidential', 'created_at'])
    .where('id', 'in', ids)
    .execute();
  return rows.map(({ id, desk_id, title, publisher, author, interest, url, doi, alias, dated_on, ...source }) => ({
    ...{ kind: 'source', subject_id: id, desk_id, article_id: null, made_at: source.created_at },
    texts: [title, alias, publisher, author, interest, url, doi, dated_on],
    is_open: source.is_confidential === 0,
    speakers: [],
  }));
}

async function listPassages(db: Db, ids: string[]): Promise<Indexed[]> {
  const rows = await db
    .selectFrom('evidence')
    .innerJoin('source', 'source.id', 'source_id')
    .leftJoin('party', 'party.id', 'speaker_id')
    .select(['evidence.id', 'evidence.desk_id', 'evidence.article_id', 'added_at', 'passage', 'evidence.place', 'note'])
    .select(['source.is_confidential', 'party.name as speaker'])
    .where('evidence.id', 'in', ids)
    .where('removed_at', 'is', null)
    .where((eb) => eb.or([eb('passage', '<>', ''), eb('evidence.place', '<>', ''), eb('note', '<>', '')]))
    .execute();
  return rows.map(({ id, desk_id, article_id, added_at, passage, place, note, speaker, is_confidential }) => ({
    ...{ kind: 'passage', subject_id: id, desk_id, article_id, made_at: added_at },
    ...{ texts: [passage, place, note], is_open: is_confidential === 0, speakers: [speaker] },
  }));
}

async function listQueries(db: Db, ids: string[]): Promise<Indexed[]> {
  const rows = await db
    .selectFrom('query')
    .select(['id', 'desk_id', 'article_id', 'asked_at', 'question', 'words'])
    .where('id', 'in', ids)
    .where('state', '<>', 'dropped')
    .execute();
  const answers = await db
    .selectFrom('query_answer')
    .select(['query_id', 'answer'])
    .where('query_id', 'in', ids)
    .execute();
  const of = Map.groupBy(answers, ({ query_id }) => query_id);
  return rows.map(({ id, desk_id, article_id, asked_at, question, words }) => ({
    ...{ kind: 'query', subject_id: id, desk_id, article_id, made_at: asked_at, is_open: false, speakers: [] },
    texts: [question, words],
    later: (of.get(id) ?? []).map(({ answer }) => answer),
  }));
}

async function listContacts(db: Db, ids: string[]): Promise<Indexed[]> {
  const rows = await db
    .selectFrom('contact')
    .leftJoin('party', 'party.id', 'party_id')
    .select(['contact.id', 'desk_id', 'contact.article_id', 'created_at', 'contact.name', 'body', 'put', 'answer'])
    .select('party.name as speaker')
    .where('contact.id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .execute();
  return rows.map(({ id, desk_id, article_id, created_at, name, body, put, answer, speaker }) => ({
    ...{ kind: 'contact', subject_id: id, desk_id, article_id, made_at: created_at, is_open: false },
    ...{ texts: [name, body, put, answer, speaker], speakers: [name, speaker] },
  }));
}
