// All SQL of things that were found, by their ids: of the person's desks once more, whatever the index says.
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import type { DeskFound } from '#src/people/desk-store.ts';
import { may } from '#src/people/permissions.ts';
import { sourcesOf } from '#src/sources/card/store.ts';
import type { Found } from './found.ts';
import { listSpeakers } from './speaker-store.ts';
import type { EntryKind } from './tables.ts';

/** Things of a sort at desks of the actor, with the actor's role there. */
interface Sought {
  kind: EntryKind;
  desks: readonly DeskFound[];
}

type Desks = ReadonlyMap<string, DeskFound>;

/** Reads things by their ids, those at these desks, without what is not for the actor's role there. */
const LISTS: Record<EntryKind, (ctx: Context, ids: string[], desks: Desks) => Promise<Found[]>> = {
  article: listArticles,
  claim: listClaims,
  source: listSources,
  passage: listPassages,
  query: listQueries,
  contact: listContacts,
};

/** The things with these ids, in their order; what is not the actor's to see is not there. */
export async function listFound(ctx: Context, { kind, desks }: Sought, ids: string[]): Promise<Found[]> {
  if (ids.length === 0) return [];
  const by_id = new Map(desks.map((desk) => [desk.id, desk]));
  const found = new Map((await LISTS[kind](ctx, ids, by_id)).map((one) => [one.id, one]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

async function listArticles({ db }: Context, ids: string[], desks: Desks): Promise<Found[]> {
  const rows = await inArticles(db)
    .innerJoin('version', (join) =>
      join.onRef('version.article_id', '=', 'article.id').onRef('version.number', '=', 'article.latest_version_number'),
    )
    .select(['byline', 'outlet', 'place', 'article.created_at', 'version.text'])
    .where('article.id', 'in', ids)
    .where('version.text', 'is not', null)
    .execute();
  return placed(rows, desks).map(({ byline, outlet, place, created_at, text, ...row }) => ({
    ...at(row),
    ...{ kind: 'article', id: row.article_id, made_at: created_at, number: row.article_number },
    texts: [row.article_title, byline, outlet, place],
    printed: text ?? '',
    speakers: [],
  }));
}

/** The article that all of it belongs to. */
function inArticles(db: Db) {
  return db
    .selectFrom('article')
    .select(['article.id as article_id', 'article.number as article_number', 'article.title as article_title'])
    .select(['article.language', 'article.latest_version_number', 'article.desk_id']);
}

interface Row {
  article_id: string;
  article_number: number;
  article_title: string;
  language: string;
  latest_version_number: number;
  desk_id: string;
}

/** The rows that are at one of the desks, each with its desk. */
function placed<One extends Row>(rows: readonly One[], desks: Desks): (One & { desk: DeskFound })[] {
  return rows.flatMap((row) => {
    const desk = desks.get(row.desk_id);
    return desk === undefined ? [] : { ...row, desk };
  });
}

function at(row: Row & { desk: DeskFound }): Pick<Found, 'desk_id' | 'desk_name' | 'role' | 'time_zone' | 'article'> {
  const { article_id: id, article_number: number, article_title: title, language, latest_version_number, desk } = row;
  return {
    ...{ desk_id: desk.id, desk_name: desk.name, role: desk.role, time_zone: desk.time_zone },
    article: { id, number, title, language, latest_version_number },
  };
}

async function listClaims({ db }: Context, ids: string[], desks: Desks): Promise<Found[]> {
  const rows = await inArticles(db)
    .innerJoin('claim', 'claim.article_id', 'article.id')
    .leftJoin('verdict', 'verdict.id', 'claim.content_verdict_id')
    .select([
      'claim.id',
      'claim.number',
      'statement',
      'verdict_sentence',
      'state',
      'is_key',
      'marked_at',
      'check_again',
    ])
    .select(['verdict.desk_label', 'verdict.mark', 'verdict.colour'])
    .where('claim.id', 'in', ids)
    .execute();
  const of = await listSpeakers(db, ids);
  return placed(rows, desks).map((one) => {
    const { id, number, statement, verdict_sentence, state, is_key, marked_at, check_again, ...row } = one;
    const { desk_label, mark, colour } = row;
    const verdict = desk_label === null ? null : { desk_label, mark: mark ?? '', colour: colour ?? '' };
    return {
      ...at(row),
      ...{ kind: 'claim', id, number, made_at: marked_at },
      texts: [statement, verdict_sentence],
      speakers: (of.get(id) ?? []).map(({ name, role }) => (role === '' ? name : `${name}, ${role}`)),
      claim: { state, check_again, verdict, is_key: is_key === 1 },
    };
  });
}

async function listSources(ctx: Context, ids: string[]): Promise<Found[]> {
  const rows = await sourcesOf(ctx).where('source.id', 'in', ids).execute();
  return rows.map((row) => ({
    ...{ desk_id: row.desk_id, desk_name: row.desk_name, role: row.role, time_zone: row.time_zone },
    ...{ kind: 'source', id: row.id, number: row.number, made_at: row.created_at, article: null, speakers: [] },
    texts: [row.title, row.alias, row.publisher, row.author, row.interest, row.url, row.doi, row.dated_on],
  }));
}

/** Of confidential sources nothing for those who look from outside. */
async function listPassages({ db }: Context, ids: string[], desks: Desks): Promise<Found[]> {
  const rows = await inArticles(db)
    .innerJoin('evidence', 'evidence.article_id', 'article.id')
    .innerJoin('claim', 'claim.id', 'evidence.claim_id')
    .innerJoin('source', 'source.id', 'evidence.source_id')
    .leftJoin('party', 'party.id', 'evidence.speaker_id')
    .select(['evidence.id', 'evidence.passage', 'evidence.place', 'evidence.note', 'added_at', 'claim.number'])
    .select(['source.number as source_number', 'source.title as source_title', 'is_confidential'])
    .select('party.name as speaker')
    .where('evidence.id', 'in', ids)
    .where('removed_at', 'is', null)
    .execute();
  const seen = placed(rows, desks).filter((row) => row.is_confidential === 0 || may(row.desk.role, 'see_confidential'));
  return seen.map(({ id, passage, place, note, added_at, number, source_number, source_title, speaker, ...row }) => ({
    ...at(row),
    ...{ kind: 'passage', id, number, made_at: added_at },
    texts: [passage, place, note],
    speakers: speaker === null ? [] : [speaker],
    source: { number: source_number, title: source_title },
  }));
}

async function listQueries({ db }: Context, ids: string[], desks: Desks): Promise<Found[]> {
  const rows = await inArticles(db)
    .innerJoin('query', 'query.article_id', 'article.id')
    .select(['query.id', 'query.number', 'question', 'words', 'asked_at'])
    .where('query.id', 'in', ids)
    .execute();
  const answers = await db
    .selectFrom('query_answer')
    .select(['query_id', 'answer'])
    .where('query_id', 'in', ids)
    .orderBy('id')
    .execute();
  const of = Map.groupBy(answers, ({ query_id }) => query_id);
  const seen = placed(rows, desks).filter(({ desk }) => may(desk.role, 'read_queries'));
  return seen.map(({ id, number, question, words, asked_at, ...row }) => ({
    ...at(row),
    ...{ kind: 'query', id, number, made_at: asked_at, speakers: [] },
    texts: [question, words, ...(of.get(id) ?? []).map(({ answer }) => answer)],
  }));
}

/** Whom the desk asked is for those inside. */
async function listContacts({ db }: Context, ids: string[], desks: Desks): Promise<Found[]> {
  const rows = await inArticles(db)
    .innerJoin('contact', 'contact.article_id', 'article.id')
    .leftJoin('party', 'party.id', 'contact.party_id')
    .select(['contact.id', 'contact.name', 'body', 'put', 'answer', 'contact.created_at', 'party.name as speaker'])
    .where('contact.id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .execute();
  const seen = placed(rows, desks).filter(({ desk }) => may(desk.role, 'see_confidential'));
  return seen.map(({ id, name, body, put, answer, created_at, speaker, ...row }) => ({
    ...at(row),
    ...{ kind: 'contact', id, number: 0, made_at: created_at },
    texts: [name, body, put, answer],
    speakers: speaker === null || speaker === name ? [] : [speaker],
  }));
}
