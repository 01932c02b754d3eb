// Every route, asked by everybody: who may, who is refused, and that a refusal leaves nothing behind.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { needed } from '#src/item-at.ts';
import { commitsOf } from '#tests/support/commits.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import type { Walk } from '#tests/support/walk.ts';
import { mountedRoutes } from './house-rules/mounted-routes.ts';
import { askBesides, workJobsOff } from './privileges/asked-besides.ts';
import { noteStatements } from './privileges/asked-statements.ts';
import { copiesOf, type RunningCopy } from './privileges/desk-copies.ts';
import { foreignFields } from './privileges/foreign-fields.ts';
import { COMMITS_OF, isNotedBy, NOT_IN_THE_LOG } from './privileges/left-behind.ts';
import { misplacedIn } from './privileges/misplaced.ts';
import { offeredToLegal } from './privileges/offered-to-legal.ts';
import { type Outcome, outcomeOf, saidOn } from './privileges/outcome.ts';
import { LETTERS, type Letter } from './privileges/people.ts';
import { SENT_TO, wantedBy } from './privileges/sent.ts';
import { type Stock, stockDesk } from './privileges/stocked-desk.ts';
import { privileges, type Row } from './privileges/table.ts';
import { wholeReads } from './privileges/whole-reads.ts';
import { mayBeReadWhole } from './privileges/whole-reads-allowed.ts';

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
  /** At the shared copy, where nothing changes: what one test has read, the next need not ask for. */
  let walks: Record<Letter, Walk>;
  const rows = privileges();
  before(async () => {
    stock = await stockDesk();
    noted = noteStatements();
    copies = await copiesOf(stock.desk);
    shared = await copies.open();
    walks = Object.fromEntries(LETTERS.map((letter) => [letter, shared.walkOf(letter)])) as typeof walks;
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
      const walk = walks[letter];
      const typo = (await walk.ask('/articels')).bytes;
      for (const row of rows.filter((one) => one.method === 'GET' || one.expected[letter] !== 'y')) {
        const { path, fields } = wantedBy(stock, row, letter);
        const { got, answer } = waitedOut(row, await outcomeOf(walk, { method: row.method, path, fields }));
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

  test('no page that Legal may open offers what would refuse them', async (t) => {
    const { count, wrong, unread } = await offeredToLegal(walks.L, stock, rows);
    assert.deepEqual(wrong, []);
    assert.deepEqual(unread, [], 'every page was read');
    t.diagnostic(`${count} forms and links that are offered to Legal`);
  });

  test('what belongs to another article or desk is not found under this one, and nothing changes', async (t) => {
    const wrong: string[] = [];
    const misplaced = misplacedIn(stock, rows);
    for (const { name, value, ...asked } of misplaced) {
      const { got, answer } = await outcomeOf(walks.E, asked);
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
      const { got } = await outcomeOf(walks[letter], { method: 'POST', ...asked });
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
      const sent = () => outcomeOf(copy.walkOf(letter), { method: 'POST', path, fields });
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
    const walk = copy.walkOf('E');
    for (const row of rows.filter(({ method, path }) => method === 'GET' && path.startsWith('/articles/:id'))) {
      const { got } = await outcomeOf(walk, { method: 'GET', path: wantedBy(stock, row, 'E').path });
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
    const { got, answer } = await outcomeOf(copy.walkOf(letter), { method: 'POST', path, fields });
    return { got, said: saidOn(answer.bytes), body: answer.bytes.toString('utf8') };
  }

  test('pages are asked for again, lists are narrowed and stored work is done: for the statements that this takes', async () => {
    const pages = rows.filter(({ method, expected }) => method === 'GET' && expected.E === 'y');
    const addresses = pages.map((row) => wantedBy(stock, row, 'E').path);
    await askBesides(walks.E, addresses);
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

function mayPost({ method, expected }: Row, letter: Letter): boolean {
  return method === 'POST' && expected[letter] === 'y';
}
