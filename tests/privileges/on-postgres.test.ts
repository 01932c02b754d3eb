// Every page opened and every form sent on PostgreSQL, too: tests of single pages run on SQLite alone.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { needed } from '#src/item-at.ts';
import { onEngine } from '#tests/support/engines.ts';
import { assertRowsHeld } from '#tests/support/held.ts';
import { sessionOf } from '#tests/support/signed-in.ts';
import { Walk } from '#tests/support/walk.ts';
import { WebClient } from '#tests/support/web-client.ts';
import { askBesides, workJobsOff } from './asked-besides.ts';
import { type Asked, outcomeOf } from './outcome.ts';
import { LETTERS, type Letter, SIGNS_IN } from './people.ts';
import { wantedBy } from './sent.ts';
import { type Stock, stockDesk } from './stocked-desk.ts';
import { privileges, type Row } from './table.ts';

/** After these there is less to ask about: the last to be sent. */
const TAKES_AWAY = /sign-out|eras|withdraw|disable|retire|remov|destr|dismiss|drop|merge|\/end/;

onEngine('postgres', (engine) => {
  describe('the table of privileges', () => {
    let stock: Stock;
    const walks = new Map<Letter, Walk>();
    before(async () => {
      stock = await stockDesk(engine);
      for (const letter of LETTERS) walks.set(letter, await walkOf(letter));
    });
    after(() => stock.desk.close());

    async function walkOf(letter: Letter): Promise<Walk> {
      const client = new WebClient(stock.desk.app);
      const name = SIGNS_IN[letter];
      if (name !== undefined) client.cookies.set(...(await sessionOf(stock.desk, stock.id(name))));
      return new Walk(client);
    }

    const ask = async (row: Row, letter: Letter) => {
      const { path, fields } = wantedBy(stock, row, letter);
      const asked: Asked = row.method === 'GET' ? { method: 'GET', path } : { method: 'POST', path, fields };
      return outcomeOf(needed(walks.get(letter), 'walk'), asked);
    };

    test('every page opens for an editor and a guest, or else for somebody who may, as the table says', async (t) => {
      const wrong: string[] = [];
      const cells = privileges()
        .filter(({ method }) => method === 'GET')
        .flatMap((row) => whoOpens(row).map((letter) => ({ row, letter })));
      for (const { row, letter } of cells) {
        const { got } = await ask(row, letter);
        if (got !== row.expected[letter]) wrong.push(`${letter} ${row.name}: ${got}, not ${row.expected[letter]}`);
      }
      assert.deepEqual(wrong, []);
      t.diagnostic(`${cells.length} cells of privileges: pages on PostgreSQL`);
    });

    test('pages that were kept are asked for again, lists are narrowed and stored work is done', async () => {
      const ofEditor = privileges().filter(({ method, expected }) => method === 'GET' && expected.E === 'y');
      for (const letter of ['E', 'G', 'A'] as const) {
        const pages = letter === 'E' ? ofEditor : ofEditor.filter(({ path }) => /^\/(sources|desks)/.test(path));
        const addresses = pages.map((row) => wantedBy(stock, row, letter).path);
        await askBesides(needed(walks.get(letter), 'walk'), [...addresses, '/sources.csv', '/desks/foreign-desk']);
      }
      await workJobsOff(stock.desk);
    });

    test('every form is sent, one after the other at one desk: many are taken, and none ends in a fault', async (t) => {
      const forms = privileges().flatMap((row) => {
        const letter = LETTERS.find((one) => row.method === 'POST' && row.expected[one] === 'y');
        return letter === undefined ? [] : [{ row, letter }];
      });
      const last = ({ row }: { row: Row }) => Number(TAKES_AWAY.test(row.path));
      const wrong: string[] = [];
      let taken = 0;
      for (const { row, letter } of forms.toSorted((a, b) => last(a) - last(b))) {
        // Somebody may have been signed out on the way.
        walks.set(letter, await walkOf(letter));
        const { got } = await ask(row, letter);
        if (got === 'y') taken += 1;
        if (got === '>' || Number(got) >= 500) wrong.push(`${letter} ${row.name}: ${got}`);
      }
      assert.deepEqual(wrong, []);
      assert.ok(taken * 2 > forms.length, `only ${taken} of ${forms.length} forms were taken`);
      // Whatever was put into the log without being read back is what this engine stored.
      await assertRowsHeld(stock.desk.db);
      t.diagnostic(`${forms.length} cells of privileges: forms on PostgreSQL, ${taken} taken`);
    });
  });
});

function whoOpens({ expected }: Row): Letter[] {
  const others = LETTERS.filter((letter) => expected[letter] === 'y').slice(0, 1);
  return [...new Set<Letter>(['E', 'G', ...(expected.E === 'y' ? [] : others)])];
}
