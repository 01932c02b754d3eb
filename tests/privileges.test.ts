// Every route, asked by everybody: who may, who is refused, and that a refusal leaves nothing behind.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { needed } from '#src/item-at.ts';
import { commitsOf } from '#tests/support/commits.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { mountedRoutes } from './house-rules/mounted-routes.ts';
import { askBesides, workJobsOff } from './privileges/asked-besides.ts';
import { noteStatements } from './privileges/asked-statements.ts';
import { copiesOf, type RunningCopy } from './privileges/desk-copies.ts';
import { foreignFields } from './privileges/foreign-fields.ts';
import { misplacedIn } from './privileges/misplaced.ts';
import { type Outcome, outcomeOf, saidOn } from './privileges/outcome.ts';
import { LETTERS, type Letter } from './privileges/people.ts';
import { SENT_TO, wantedBy } from './privileges/sent.ts';
import { type Stock, stockDesk } from './privileges/stocked-desk.ts';
import { privileges, type Row } from './privileges/table.ts';
import { wholeReads } from './privileges/whole-reads.ts';
import { mayBeReadWhole } from './privileges/whole-reads-allowed.ts';

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

/** What people may do that no log of a desk tells of: who is in, how pages look to oneself, what waits for a look. */
const NOT_IN_THE_LOG = [
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
const COMMITS_OF: Record<string, number> = {
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

/** What is still done in an article that is put away. Every other form of an article's pages is refused there. */
const THOUGH_PUT_AWAY =
  /^POST \/articles\/:id\/(putting-away|bringing-back|complaints|corrections|erasure|own-facts\/:facts\/erasure|package\/:piece\/erasure|legal\/clearance|claims\/:number\/legal-clearance)\b/;

/** Pages that have nothing to read, but a form that would be refused. */
const FORM_ALONE = /\/writer-links\b/;

const PUT_AWAY = 'This article is put away and can only be read';

/** Whoever has a link that opens nothing is told so: there is nothing to find out. */
const HAS_A_TOKEN = /:token\b/;

/** Whoever tries many links waits, and is told no more than by the page of one that is none. */
function waitedOut({ path }: Row, outcome: Outcome): Outcome {
  return outcome.got === '429' && HAS_A_TOKEN.test(path) ? { ...outcome, got: '?' } : outcome;
}

let noted: ReturnType<typeof noteStatements>;

describe('the table of privileges', () => {
  let stock: Stock;
  let copies: Awaited<ReturnType<typeof copiesOf>>;
  let shared: RunningCopy;
  const rows = privileges();
  before(async () => {
    stock = await stockDesk();
    noted = noteStatements();
    copies = await copiesOf(stock.desk);
    shared = await copies.open();
    shared.rows.watch();
  });
  after(async () => {
    noted.end();
    await shared.close();
    await copies.remove();
    await stock.desk.close();
  });

  test('every route has its row, every row its route, and everything that is sent its row', () => {
    const mounted = mountedRoutes(stock.desk.app).map(({ method, path }) => `${method} ${path}`);
    const named = rows.map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(
      [...new Set(mounted)].filter((route) => !named.includes(route)).sort(),
      [],
      'routes without a row',
    );
    assert.deepEqual(
      [...new Set(named)].filter((route) => !mounted.includes(route)).sort(),
      [],
      'rows without a route',
    );
    const names = rows.map(({ name }) => name);
    assert.deepEqual([...new Set(names)], names, 'one row each');
    assert.deepEqual(
      SENT_TO.filter((name) => !names.includes(name)),
      [],
      'fields of no row',
    );
  });

  test('whoever reads, or is refused, gets what the table says, and no row of any table changes', async (t) => {
    const wrong: string[] = [];
    let cells = 0;
    for (const letter of LETTERS) {
      const client = shared.clientOf(letter);
      const known = new Map<string, string>();
      const typo = (await client.ask({ method: 'GET', path: '/articels', headers: {} })).bytes;
      for (const row of rows.filter((one) => one.method === 'GET' || one.expected[letter] !== 'y')) {
        const { path, fields } = wantedBy(stock, row, letter);
        const { got, answer } = waitedOut(row, await outcomeOf(client, { method: row.method, path, fields }, known));
        cells += 1;
        if (answer.status === 404 && !HAS_A_TOKEN.test(row.path) && !answer.bytes.equals(typo))
          wrong.push(`${letter} ${row.name}: not the page of a typo`);
        const changed = shared.rows.changed().filter((table) => !isNotedBy(row, table));
        if (got !== row.expected[letter]) wrong.push(`${letter} ${row.name}: ${got}, not ${row.expected[letter]}`);
        if (changed.length > 0) wrong.push(`${letter} ${row.name}: changed ${changed.join(', ')}`);
      }
    }
    assert.deepEqual(wrong, []);
    t.diagnostic(`${cells} cells of privileges: reading and refusing`);
  });

  test('what belongs to another article or desk is not found under this one, and nothing changes', async (t) => {
    const client = shared.clientOf('E');
    const wrong: string[] = [];
    const misplaced = misplacedIn(stock, rows);
    for (const { name, value, ...asked } of misplaced) {
      const { got, answer } = await outcomeOf(client, asked, new Map());
      // Some forms stand on a list: a GET of their address leads there, whatever it names.
      const leads_to = asked.method === 'GET' && answer.status === 303 ? answer.headers.location : undefined;
      const is_lost = got === '?' || (leads_to !== undefined && !leads_to.includes(encodeURIComponent(value)));
      if (!is_lost) wrong.push(`${asked.method} ${asked.path} (${name}): ${got}`);
      const changed = shared.rows.changed();
      if (changed.length > 0) wrong.push(`${asked.method} ${asked.path} (${name}): changed ${changed.join(', ')}`);
    }
    assert.deepEqual(wrong, []);
    t.diagnostic(`${misplaced.length} cells of privileges: children under foreign parents`);
  });

  test('a form that names what belongs elsewhere is refused as a whole', async (t) => {
    const wrong: string[] = [];
    const sent = foreignFields(stock, rows);
    for (const { name, letter, ...asked } of sent) {
      const { got } = await outcomeOf(shared.clientOf(letter), { method: 'POST', ...asked }, new Map());
      const changed = shared.rows.changed();
      if (!['?', '-', '409', '422'].includes(got)) wrong.push(`${letter} ${name}: ${got}`);
      if (changed.length > 0) wrong.push(`${letter} ${name}: changed ${changed.join(', ')}`);
    }
    assert.deepEqual(wrong, []);
    t.diagnostic(`${sent.length} cells of privileges: fields that name what is elsewhere`);
  });

  test('whoever may, can: the form is taken, and the log tells of it', async (t) => {
    const wrong: string[] = [];
    const allowed = rows.flatMap((row) =>
      LETTERS.filter((letter) => mayPost(row, letter)).map((letter) => [row, letter] as const),
    );
    for (const [row, letter] of allowed) {
      const copy = await copies.open();
      const events = copy.rows.countEvents();
      const { path, fields } = wantedBy(stock, row, letter);
      const sent = () => outcomeOf(copy.clientOf(letter), { method: 'POST', path, fields }, new Map());
      const { commits, got, answer } = await commitsOf(copy, sent);
      if (commits > (COMMITS_OF[row.name] ?? 1)) wrong.push(`${letter} ${row.name}: ${commits} commits`);
      if (got !== 'y') wrong.push(`${letter} ${row.name}: ${got} ${saidOn(answer.bytes)}`);
      else if (copy.rows.countEvents() === events && !NOT_IN_THE_LOG.includes(row.name))
        wrong.push(`${letter} ${row.name}: not in the log`);
      await copy.close();
    }
    assert.deepEqual(wrong, []);
    t.diagnostic(`${allowed.length} cells of privileges: forms that are taken`);
  });

  test('what is put away is read as before, and every form of its pages is refused with a sentence', async (t) => {
    const copy = await putAway(await copies.open());
    const wrong: string[] = [];
    const client = copy.clientOf('E');
    for (const row of rows.filter(({ method, path }) => method === 'GET' && path.startsWith('/articles/:id'))) {
      const { got } = await outcomeOf(client, { method: 'GET', path: wantedBy(stock, row, 'E').path }, new Map());
      const expected = FORM_ALONE.test(row.name) ? '-' : row.expected.E;
      if (got !== expected) wrong.push(`${row.name}: ${got}, not ${expected}`);
    }
    copy.rows.watch();
    const forms = formsOfArticle(rows).filter(({ name }) => !THOUGH_PUT_AWAY.test(name));
    for (const row of forms) {
      const { got, said, body } = await sentBy(copy, row);
      // Whoever comes by a link is told no more than that it does not work, and the same link works once the article is back.
      const by_link = row.path.includes(':token');
      const is_refused = by_link ? got === '?' : ['-', '409', '422'].includes(got) && body.includes(PUT_AWAY);
      if (!is_refused) wrong.push(`${row.name}: ${got} ${said}`);
      const changed = copy.rows.changed().filter((table) => table !== 'writer_link');
      if (changed.length > 0) wrong.push(`${row.name}: changed ${changed.join(', ')}`);
    }
    await copy.close();
    assert.deepEqual(wrong, []);
    t.diagnostic(`${forms.length} cells of privileges: forms of an article that is put away`);
  });

  test('complaints, corrections, clearances and erasure go through all the same, and a complaint brings it back', async () => {
    const back: string[] = [];
    for (const row of formsOfArticle(rows).filter(({ name }) => THOUGH_PUT_AWAY.test(name))) {
      const copy = await putAway(await copies.open());
      const { got, said } = await sentBy(copy, row);
      assert.equal(got, 'y', `${row.name}: ${said}`);
      const found = copy.db.selectFrom('article').select('put_away_at').where('id', '=', stock.own.id);
      if ((await found.executeTakeFirstOrThrow()).put_away_at === null) back.push(row.name);
      await copy.close();
    }
    assert.deepEqual(back, ['POST /articles/:id/complaints']);
  });

  async function sentBy(copy: RunningCopy, row: Row): Promise<Record<'got' | 'said' | 'body', string>> {
    const letter = needed(
      LETTERS.find((one) => mayPost(row, one)),
      'somebody who may',
    );
    const { path, fields } = wantedBy(stock, row, letter);
    const { got, answer } = await outcomeOf(copy.clientOf(letter), { method: 'POST', path, fields }, new Map());
    return { got, said: saidOn(answer.bytes), body: answer.bytes.toString('utf8') };
  }

  test('pages are asked for again, lists are narrowed and stored work is done: for the statements that this takes', async () => {
    const pages = rows.filter(({ method, expected }) => method === 'GET' && expected.E === 'y');
    const addresses = pages.map((row) => wantedBy(stock, row, 'E').path);
    await askBesides(shared.clientOf('E'), addresses);
    const copy = await copies.open();
    await workJobsOff(copy);
    await copy.close();
  });
});

describe('the statements that all this took', () => {
  test('none has SQLite plan anew for how many rows are wanted', () => {
    const planned = [...noted.asked].filter((sql) => /\blimit \?/.test(sql) && !/ match \?/.test(sql));
    assert.deepEqual(planned, []);
  });

  onEachEngine((engine) => {
    test('none reads the whole of a table that grows', async (t) => {
      const reads = await wholeReads(await engine.open(), engine.name, noted.asked);
      const wrong = reads.filter((read) => !mayBeReadWhole(read));
      assert.deepEqual(
        wrong.map(({ what, sql }) => `${what}: ${sql}`),
        [],
      );
      t.diagnostic(`${noted.asked.size} statements`);
    });
  });
});

function formsOfArticle(rows: Row[]): Row[] {
  return rows.filter(({ method, path }) => method === 'POST' && /^\/(articles\/:id|writer)\//.test(path));
}

/** Every article, by a statement, since what stands in some of them would forbid it. */
async function putAway(copy: RunningCopy): Promise<RunningCopy> {
  for (const { id } of await copy.db.selectFrom('desk').select('id').execute())
    await copy.db
      .updateTable('article')
      .set({ put_away_at: '2026-03-12T10:00:00.000Z' })
      .where('desk_id', '=', id)
      .execute();
  return copy;
}

/** What was saved comes into the index of searching with the next search. */
function isNotedBy({ name, path }: Row, table: string): boolean {
  const is_of_search = /^\/search\b/.test(path) && table.startsWith('search_');
  return is_of_search || NOTED_WHEN_READ[name]?.includes(table) === true;
}

function mayPost({ method, expected }: Row, letter: Letter): boolean {
  return method === 'POST' && expected[letter] === 'y';
}
