// How fast a large library answers. Run: node bench/library.ts [--sources 50000] [--engine sqlite|postgres]
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { request } from 'undici';
import { takeArticleIn } from '#src/articles/commands.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { readConfig } from '#src/config.ts';
import { openDatabase } from '#src/database/connect.ts';
import { type Engine, engineOf } from '#src/database/engine.ts';
import type { EvidenceTable } from '#src/evidence/tables.ts';
import { newId } from '#src/ids.ts';
import { doiOf, urlKeyOf } from '#src/sources/card/same-source.ts';
import { findSameSource, listLookalikes } from '#src/sources/card/same-source-store.ts';
import { keysOf, type SourceFields } from '#src/sources/card/source.ts';
import { SOURCE_TYPES } from '#src/sources/card/source-type.ts';
import { getSource } from '#src/sources/card/store.ts';
import { addSource } from '#src/sources/commands.ts';
import type { SourceTable } from '#src/sources/tables.ts';
import { type EngineUnderTest, makePostgresTemplate } from '#tests/support/engines.ts';
import { type NewsroomDesk, type PersonName, startNewsroom } from '#tests/support/newsroom.ts';
import { startPostgres } from '#tests/support/postgres.ts';

const WORDS =
  'harbour ministry annual report bulletin governor clinic ferry survey wreck pilot channel budget union strike court ruling quarry bridge mayor grain exchange prison tunnel inquiry'.split(
    ' ',
  );
const ROUNDS = 11;
const { values } = parseArgs({
  options: { sources: { type: 'string', default: '50000' }, engine: { type: 'string' } },
});
const COUNT = Number(values.sources);

const word = (seed: number) => WORDS[(seed * 7919) % WORDS.length] as string;

function cardNumbered(number: number): SourceFields {
  const words = Array.from({ length: 6 }, (_, index) => word(number + index * 31 + (number % 7)));
  const is_confidential = number % 100 === 0 ? 1 : 0;
  const has_url = number % 4 !== 0;
  return {
    title: `${words.join(' ')}, no. ${number}`,
    type: SOURCE_TYPES[number % SOURCE_TYPES.length] ?? 'other',
    url: has_url
      ? `https://www.${word(number)}-${number % 900}.example/${words.join('-')}-${number}.html?id=${number}`
      : '',
    publisher: `${word(number + 3)} ${word(number + 11)} press`,
    author: number % 3 === 0 ? `A. ${word(number + 5)}` : '',
    dated_on: `${1 + (number % 28)} March 2026`,
    proximity: number % 5 === 0 ? 'primary' : number % 5 === 1 ? 'secondary' : null,
    interest: number % 20 === 0 ? `Sells what the ${word(number + 2)} buys.` : '',
    doi: number % 50 === 0 ? doiOf(`10.1000/bench.${number}`) : '',
    is_confidential,
    alias: is_confidential === 1 ? `Source ${number}` : '',
    anonymity_reason: '',
    granted_by: '',
  };
}

async function fillLibrary(desk: NewsroomDesk): Promise<void> {
  const ben = desk.ctxOf('ben');
  const slug = desk.desks.foreign.slug;
  const article = await takeArticleIn(ben, slug, { headline: 'The harbour', body: 'Ten boats left. Nine came back.' });
  const claim_number = (await markClaim(ben, article.id, { selection: { sentence: 2 } })).number;
  const claim = await desk.db
    .selectFrom('claim')
    .selectAll()
    .where('number', '=', claim_number)
    .executeTakeFirstOrThrow();
  const by = desk.persons.ben.id;
  const uses: Use[] = [];
  for (let first = 1; first <= COUNT; first += 100) {
    const numbers = Array.from({ length: Math.min(100, COUNT - first + 1) }, (_, index) => first + index);
    const sources = numbers.map((number): SourceTable => {
      const fields = cardNumbered(number);
      const made = { created_by: by, created_at: desk.at, revision: 1 };
      return { ...fields, ...keysOf(fields), id: newId(), number, desk_id: claim.desk_id, ...made };
    });
    await desk.db.insertInto('source').values(sources).execute();
    uses.push(...sources.filter((source) => source.number % 2 === 0).map((source) => useOf(claim, source, by)));
  }
  // PostgreSQL plans the look at a foreign key by what it knows of the table then, and keeps to the plan.
  await sql`analyze`.execute(desk.db);
  for (let first = 0; first < uses.length; first += 200)
    await desk.db
      .insertInto('evidence')
      .values(uses.slice(first, first + 200) as EvidenceTable[])
      .execute();
  await desk.db.insertInto('counter').values({ name: 'source', value: COUNT }).execute();
  await sql.raw(engineOf(desk.db) === 'postgres' ? 'vacuum analyze' : 'analyze').execute(desk.db);
}

type Use = Pick<
  EvidenceTable,
  | 'id'
  | 'desk_id'
  | 'article_id'
  | 'claim_id'
  | 'source_id'
  | 'about'
  | 'stance'
  | 'passage'
  | 'place'
  | 'note'
  | 'added_by'
  | 'added_at'
  | 'revision'
>;

function useOf(claim: { id: string; article_id: string; desk_id: string }, source: SourceTable, by: string): Use {
  const belongs = { desk_id: claim.desk_id, article_id: claim.article_id, claim_id: claim.id, source_id: source.id };
  const says = {
    about: 'content',
    stance: 'for',
    passage: '',
    place: '',
    note: '',
  } as const;
  return { id: newId(), ...belongs, ...says, added_by: by, added_at: source.created_at, revision: 1 };
}

/** Of some rounds, after two that warm up, the middle one and the one that nine of ten do not exceed: milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<{ median: number; slow: number }> {
  const times: number[] = [];
  for (let round = -2; round < ROUNDS; round++) {
    const began = performance.now();
    await work();
    if (round >= 0) times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => Math.round((times[Math.floor(times.length * part)] ?? 0) * 10) / 10;
  return { median: at(0.5), slow: at(0.9) };
}

const PAGES: Record<string, string> = {
  'library, first page': '/sources',
  'library, page 900': '/sources?page=900',
  'by title': '/sources?order=title',
  'by title, page 900': '/sources?order=title&page=900',
  'search: a common word': '/sources?words=harbour',
  'search: two words, rare together': '/sources?words=grain+%2249999%22',
  'search: one card': '/sources?words=no.+40123',
  'search: nothing': '/sources?words=xylophone',
  'search: nothing, three words': '/sources?words=harbour+ministry+xylophone',
  'filter: primary documents': '/sources?type=document&proximity=primary',
  'filter: not used, with interest': '/sources?uses=unused&with_interest=1',
  'filter: confidential, by title': '/sources?confidence=confidential&order=title',
  'filter: added by somebody who added none': '/sources?added_by=3',
  'filter: added before there was any': '/sources?added_to=2020-01-01',
  'a card': '/sources/40123',
};

async function measure(name: Engine, desk: NewsroomDesk): Promise<object[]> {
  const rows: object[] = [];
  const add = (what: string, { median, slow }: { median: number; slow: number }) => {
    rows.push({ engine: name, what, 'median, ms': median, '9 of 10, ms': slow, 'under 50': slow < 50 ? 'yes' : 'NO' });
  };
  const server = desk.app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const visits = async (who: PersonName) => {
    const cookies = [...(await desk.visitor(who)).cookies].map(([cookie, value]) => `${cookie}=${value}`).join('; ');
    return async (path: string) =>
      (await (await request(address + path, { headers: { cookie: cookies } })).body.text()).length;
  };
  const [ben, dina] = [await visits('ben'), await visits('dina')];
  for (const [what, path] of Object.entries(PAGES)) add(what, await timed(() => ben(path)));
  add('a guest searches for nothing', await timed(() => dina('/sources?words=xylophone')));
  const ctx = desk.ctxOf('ben');
  const card = await getSource(ctx, 40_123 % COUNT || 1);
  const keys = { url_key: urlKeyOf('https://nowhere.example/at/all'), doi: '10.1000/none' };
  add('duplicate check, one that is there', await timed(() => findSameSource(desk.db, card.desk_id, { ...card })));
  add('duplicate check, one that is not', await timed(() => findSameSource(desk.db, card.desk_id, keys)));
  add('what a card looks like', await timed(() => listLookalikes(desk.db, card)));
  let number = 0;
  const desk_slug = desk.desks.foreign.slug;
  add(
    'a source is added',
    await timed(() => addSource(ctx, { desk: desk_slug, source_line: `https://new.example/${number++}` })),
  );
  server.close();
  return rows;
}

async function sqliteRows(): Promise<object[]> {
  const desk = await startNewsroom();
  await fillLibrary(desk);
  const rows = await measure('sqlite', desk);
  await desk.close();
  return rows;
}

async function postgresRows(): Promise<object[]> {
  const server = await startPostgres();
  await makePostgresTemplate(server.url);
  const config = readConfig({ DATABASE_URL: server.url.replace(/\/[^/]*$/, '/claimdesk_template') });
  const lend = async () => ({ config, database: await openDatabase(config), giveBack: async () => {} });
  const engine = { name: 'postgres', lend } as unknown as EngineUnderTest;
  const desk = await startNewsroom(engine);
  await fillLibrary(desk);
  const rows = await measure('postgres', desk);
  await desk.close();
  await server.stop();
  return rows;
}

const rows: object[] = [];
if (values.engine !== 'postgres') rows.push(...(await sqliteRows()));
if (values.engine !== 'sqlite') rows.push(...(await postgresRows()));
console.table(rows);
