// All SQL of things that were found, by their ids: through the person once more, whatever the index says.
import { articlesOf } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { deskIdsOf } from '#src/people/membership.ts';
import { rolesThatMay } from '#src/people/permissions.ts';
import type { DeskRole } from '#src/people/tables.ts';
import { sourcesOf } from '#src/sources/card/store.ts';
import type { Found } from './found.ts';
import { listSpeakers } from './speaker-store.ts';
import type { EntryKind } from './tables.ts';

/** Reads things by their ids, those of the actor's desks, without what is not for the actor's role there. */
const LISTS: Record<EntryKind, (ctx: Context, ids: string[]) => Promise<Found[]>> = {
  article: listArticles,
  claim: listClaims,
  source: listSources,
  passage: listPassages,
  query: listQueries,
  contact: listContacts,
};

/** The things with these ids, in their order; what is not the actor's to see is not there. */
export async function listFound(ctx: Context, kind: EntryKind, ids: string[]): Promise<Found[]> {
  if (ids.length === 0) return [];
  const found = new Map((await LISTS[kind](ctx, ids)).map((one) => [one.id, one]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

async function listArticles(ctx: Context, ids: string[]): Promise<Found[]> {
  const rows = await articlesOf(ctx)
    .innerJoin('version', (join) =>
      join.onRef('version.article_id', '=', 'article.id').onRef('version.number', '=', 'article.latest_version_number'),
    )
    .select('version.text')
    .where('article.id', 'in', ids)
    .where('version.text', 'is not', null)
    .execute();
  return rows.map(({ text, ...article }) => ({
    ...placed(article),
    ...{ kind: 'article', id: article.id, made_at: article.created_at, number: article.number, article },
    texts: [article.title, article.byline, article.outlet, article.place],
    printed: text ?? '',
    speakers: [],
  }));
}

/** Where all that belongs to an article is, and the actor's role there. */
function inArticles(ctx: Context) {
  return ctx.db
    .selectFrom('article')
    .innerJoin('desk', 'desk.id', 'article.desk_id')
    .innerJoin(deskIdsOf(ctx), 'mine.desk_id', 'article.desk_id')
    .select(['article.id as article_id', 'article.number as article_number', 'article.title as article_title'])
    .select(['article.language', 'article.latest_version_number', 'article.desk_id'])
    .select(['desk.name as desk_name', 'desk.time_zone', 'mine.role']);
}

interface Row {
  article_id: string;
  article_number: number;
  article_title: string;
  language: string;
  latest_version_number: number;
  desk_id: string;
  desk_name: string;
  time_zone: string;
  role: DeskRole;
}

function placed({ desk_id, desk_name, time_zone, role }: Pick<Row, 'desk_id' | 'desk_name' | 'time_zone' | 'role'>) {
  return { desk_id, desk_name, time_zone, role };
}

function articleIn(row: Row): NonNullable<Found['article']> {
  const { article_id: id, article_number: number, article_title: title, language, latest_version_number } = row;
  return { id, number, title, language, latest_version_number };
}

async function listClaims(ctx: Context, ids: string[]): Promise<Found[]> {
  const rows = await inArticles(ctx)
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
  const of = await listSpeakers(ctx.db, ids);
  return rows.map(({ id, number, statement, verdict_sentence, state, is_key, marked_at, check_again, ...row }) => {
    const { desk_label, mark, colour } = row;
    const verdict = desk_label === null ? null : { desk_label, mark: mark ?? '', colour: colour ?? '' };
    return {
      ...placed(row),
      ...{ kind: 'claim', id, number, made_at: marked_at, article: articleIn(row) },
      texts: [statement, verdict_sentence],
      speakers: (of.get(id) ?? []).map(({ name, role }) => (role === '' ? name : `${name}, ${role}`)),
      claim: { state, check_again, verdict, is_key: is_key === 1 },
    };
  });
}

async function listSources(ctx: Context, ids: string[]): Promise<Found[]> {
  const rows = await sourcesOf(ctx).where('source.id', 'in', ids).execute();
  return rows.map((row) => ({
    ...placed(row),
    ...{ kind: 'source', id: row.id, number: row.number, made_at: row.created_at, article: null, speakers: [] },
    texts: [row.title, row.alias, row.publisher, row.author, row.interest, row.url, row.doi, row.dated_on],
  }));
}

/** Of confidential sources nothing for those who look from outside. */
async function listPassages(ctx: Context, ids: string[]): Promise<Found[]> {
  const rows = await inArticles(ctx)
    .innerJoin('evidence', 'evidence.article_id', 'article.id')
    .innerJoin('claim', 'claim.id', 'evidence.claim_id')
    .innerJoin('source', 'source.id', 'evidence.source_id')
    .leftJoin('party', 'party.id', 'evidence.speaker_id')
    .select(['evidence.id', 'evidence.passage', 'evidence.place', 'evidence.note', 'added_at', 'claim.number'])
    .select(['source.number as source_number', 'source.title as source_title', 'party.name as speaker'])
    .where('evidence.id', 'in', ids)
    .where('removed_at', 'is', null)
    .where((eb) =>
      eb.or([eb('source.is_confidential', '=', 0), eb('mine.role', 'in', rolesThatMay('see_confidential'))]),
    )
    .execute();
  return rows.map(({ id, passage, place, note, added_at, number, source_number, source_title, speaker, ...row }) => ({
    ...placed(row),
    ...{ kind: 'passage', id, number, made_at: added_at, article: articleIn(row) },
    texts: [passage, place, note],
    speakers: speaker === null ? [] : [speaker],
    source: { number: source_number, title: source_title },
  }));
}

async function listQueries(ctx: Context, ids: string[]): Promise<Found[]> {
  const rows = await inArticles(ctx)
    .innerJoin('query', 'query.article_id', 'article.id')
    .select(['query.id', 'query.number', 'question', 'words', 'asked_at'])
    .where('query.id', 'in', ids)
    .where('mine.role', 'in', rolesThatMay('read_queries'))
    .execute();
  const answers = await ctx.db
    .selectFrom('query_answer')
    .select(['query_id', 'answer'])
    .where('query_id', 'in', ids)
    .orderBy('id')
    .execute();
  const of = Map.groupBy(answers, ({ query_id }) => query_id);
  return rows.map(({ id, number, question, words, asked_at, ...row }) => ({
    ...placed(row),
    ...{ kind: 'query', id, number, made_at: asked_at, article: articleIn(row), speakers: [] },
    texts: [question, words, ...(of.get(id) ?? []).map(({ answer }) => answer)],
  }));
}

/** Whom the desk asked is for those inside. */
async function listContacts(ctx: Context, ids: string[]): Promise<Found[]> {
  const rows = await inArticles(ctx)
    .innerJoin('contact', 'contact.article_id', 'article.id')
    .leftJoin('party', 'party.id', 'contact.party_id')
    .select(['contact.id', 'contact.name', 'body', 'put', 'answer', 'contact.created_at', 'party.name as speaker'])
    .where('contact.id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .where('mine.role', 'in', rolesThatMay('see_confidential'))
    .execute();
  return rows.map(({ id, name, body, put, answer, created_at, speaker, ...row }) => ({
    ...placed(row),
    ...{ kind: 'contact', id, number: 0, made_at: created_at, article: articleIn(row) },
    texts: [name, body, put, answer],
    speakers: speaker === null || speaker === name ? [] : [speaker],
  }));
}
