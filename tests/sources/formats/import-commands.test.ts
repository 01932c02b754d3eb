// Taking lists of sources in, as a verb on both engines: in parts, by two at once, with aliases.
import assert from 'node:assert/strict';
import { beforeEach, it } from 'node:test';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { setBackForRetraction } from '#src/evidence/set-back/commands.ts';
import { addSource } from '#src/sources/commands.ts';
import type { Entry } from '#src/sources/formats/entry.ts';
import { type ImportInput, takeImport } from '#src/sources/formats/import-commands.ts';
import { eventsOf, takeRaidIn } from '#tests/evidence/support.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type Newsroom, openNewsroom } from '#tests/support/newsroom.ts';
import { PLAIN } from './reading.ts';

const FILE = { name: 'list.ris', sha256: '0'.repeat(64), format: 'ris' } as const;

function listOf(...cards: object[]): ImportInput {
  const entries = cards.map((card, index): Entry => {
    const line = index * 5 + 1;
    return { line, title: '', card: { ...PLAIN, ...card }, remarks: [], left_out: [] };
  });
  return { entries, fill: false, file: FILE, onRetracted: setBackForRetraction };
}

onEachEngine((engine) => {
  let newsroom: Newsroom;
  let slug: string;
  beforeEach(async () => {
    newsroom = await openNewsroom(engine);
    slug = newsroom.desks.foreign.slug;
  });

  const countCards = async () => (await newsroom.db.selectFrom('source').select('id').execute()).length;

  it('a long list goes in by parts, each with its event and numbers in a row; a repeat adds nothing', async () => {
    const list = listOf(...Array.from({ length: 2100 }, (_, index) => ({ title: `Bulletin ${index}` })));
    const taken = await takeImport(newsroom.ctxOf('ben'), slug, list);
    assert.deepEqual([taken.new, taken.last - taken.first + 1], [2100, 2100]);
    assert.deepEqual(await eventsOf(newsroom.db, 'source'), { 'source.imported': 2 });
    const again = await takeImport(newsroom.ctxOf('cleo'), slug, list);
    assert.deepEqual([again.new, again.here, again.first], [0, 2100, 0]);
    assert.deepEqual(await eventsOf(newsroom.db, 'source'), { 'source.imported': 2 });
    assert.equal(await countCards(), 2100);
  });

  it('two people who take the same list at once add each card once', async () => {
    const list = listOf(
      ...Array.from({ length: 300 }, (_, index) => ({ title: 'x', url: `https://karsa.example/${index}` })),
    );
    const taken = await Promise.all([
      takeImport(newsroom.ctxOf('ben'), slug, list),
      takeImport(newsroom.ctxOf('cleo'), slug, list),
    ]);
    assert.equal(await countCards(), 300);
    assert.deepEqual(
      taken.map(({ new: count }) => count).sort((a, b) => a - b),
      [0, 300],
    );
    assert.deepEqual(await eventsOf(newsroom.db, 'source'), { 'source.imported': 1 });
  });

  it('of two who bring a source at once, one with more of it, one is told that it was added', async () => {
    const bare = { title: 'Bulletin', url: 'https://karsa.example/7' };
    const taken = await Promise.all([
      takeImport(newsroom.ctxOf('ben'), slug, listOf(bare)),
      takeImport(newsroom.ctxOf('cleo'), slug, listOf({ ...bare, publisher: 'Karsa Gazette' })),
    ]);
    assert.equal(await countCards(), 1);
    assert.deepEqual(
      taken.map(({ new: count, here }) => [count, here]).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0)),
      [
        [0, 1],
        [1, 0],
      ],
    );
  });

  it('a confidential card whose alias is taken gets the next one; a call is the same only with who and when', async () => {
    const secret = { is_confidential: 1, alias: 'Source A' } as const;
    await addSource(newsroom.ctxOf('ben'), { desk: slug, source_line: 'A leaked letter', ...secret });
    const call = { title: 'Call with Sorov, 15:40', type: 'call', author: 'Sorov' };
    const list = listOf(
      { title: 'One', ...secret },
      { title: 'Two', ...secret },
      { title: 'Three', is_confidential: 1, alias: 'The clerk' },
      { ...call, dated_on: '12 March' },
      { ...call, dated_on: '13 March' },
      { ...call, dated_on: '12 March' },
    );
    const taken = await takeImport(newsroom.ctxOf('ada'), slug, list);
    assert.deepEqual([taken.new, taken.twice], [5, 1]);
    const stored = await newsroom.db
      .selectFrom('source')
      .select(['title', 'alias'])
      .where('alias', '<>', '')
      .orderBy('number')
      .execute();
    assert.deepEqual(
      stored.map(({ alias }) => alias),
      ['Source A', 'Source B', 'Source C', 'The clerk'],
    );
  });

  it('what is empty on a card is filled in, what is there stays, and the pages that show it are new', async () => {
    const ben = newsroom.ctxOf('ben');
    const article = await takeRaidIn(newsroom);
    const { source } = await addEvidence(ben, article, { number: 1, source_line: 'https://karsa.example/31' });
    const seq = async () =>
      (await newsroom.db.selectFrom('article').select('changed_seq').executeTakeFirstOrThrow()).changed_seq;
    const before = await seq();
    const said = {
      title: 'Another title',
      url: 'http://karsa.example/31/',
      publisher: 'Somebody else',
      author: 'Ada Lind',
    };
    const list = { ...listOf(said), fill: true };
    const taken = await takeImport(ben, slug, list);
    assert.deepEqual([taken.new, taken.here, taken.filled], [0, 1, [source.number]]);
    const card = await newsroom.db.selectFrom('source').selectAll().executeTakeFirstOrThrow();
    assert.deepEqual([card.title, card.publisher, card.author], [source.title, 'karsa.example', 'Ada Lind']);
    assert.match(card.search_text, /ada lind/);
    assert.ok((await seq()) > before);
    assert.deepEqual((await takeImport(ben, slug, list)).filled, []);
  });
});
