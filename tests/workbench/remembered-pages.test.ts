// Pages with parts that are remembered: each person who asks in turn gets what an empty memory gives them.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { listClaims } from '#src/claims/store.ts';
import { DEMO_PASSWORD } from '#src/demo/cast.ts';
import { buildNewsroom } from '#src/demo/newsroom.ts';
import { forgetRemembered } from '#src/memory.ts';
import { startDesk, type TestDesk } from '#tests/support/app.ts';
import { Visitor } from '#tests/support/visitor.ts';

/** An editor, two reviewers, Legal and a guest of one desk. */
const NAMES = ['ada', 'dina', 'ben', 'frida', 'cleo'];
const ARTICLES = [1, 2];
const PAGES = [
  '',
  ...['key', 'mine', 'ready', 'not_ok', 'dropped', 'suggested'].map((list) => `/claims?list=${list}`),
  '/claims?list=suggested&above=0&order=score',
  '/sentences/2',
  ...['/coverage', '/second-read', '/versions', '/as-ran', '/log', '/proposed-sources'],
  ...['/fixes', '/queries', '/contacts', '/accounts', '/accounts/1', '/legal', '/sign-off'],
  ...['/report', '/report?audience=public', '/report.json', '/report.json?audience=public'],
];

describe('of the articles of the demo', () => {
  let desk: TestDesk;
  const readers: Visitor[] = [];
  before(async () => {
    desk = await startDesk();
    await buildNewsroom(desk.db, desk.at, 'Europe/Oslo');
    for (const name of NAMES)
      readers.push(await new Visitor(desk.app).signIn(`${name}@newsroom.example`, DEMO_PASSWORD));
  });
  after(() => desk.close());

  async function pagesOf(number: number): Promise<string[]> {
    const article = await desk.db
      .selectFrom('article')
      .selectAll()
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    const version = desk.db.selectFrom('version').select('id').where('article_id', '=', article.id);
    const { id: version_id } = await version
      .where('number', '=', article.latest_version_number)
      .executeTakeFirstOrThrow();
    const claims = await listClaims(desk.db, { article_id: article.id, version_id });
    const some = claims.filter(({ number }) => number % 4 === 0);
    return [...PAGES, ...some.map((claim) => `/claims/${claim.number}`)].map((page) => `/articles/${number}${page}`);
  }

  async function shown(reader: Visitor, page: string): Promise<string> {
    const { status, body } = await reader.visit(page);
    assert.ok([200, 403, 404].includes(status), `${page}: ${status}`);
    return `${status} ${body}`;
  }

  for (const number of ARTICLES)
    test(`everybody reads each page of article ${number} as if nobody had read it before`, async () => {
      const pages = await pagesOf(number);
      const alone = new Map<string, string>();
      for (const page of pages)
        for (const [who, reader] of readers.entries()) {
          forgetRemembered();
          alone.set(`${who} ${page}`, await shown(reader, page));
        }
      assert.equal(new Set(pages.map((page) => alone.get(`0 ${page}`))).size, pages.length, 'pages differ');
      assert.ok([...alone.values()].filter((text) => text.startsWith('200')).length > alone.size / 2);
      for (const [index, page] of pages.entries()) {
        const turn = [...readers.entries()];
        for (const [who, reader] of index % 2 === 0 ? turn : turn.reverse())
          assert.equal(await shown(reader, page), alone.get(`${who} ${page}`), `${NAMES[who]} at ${page}`);
      }
    });
});
