// Pages with parts that are remembered: each person who asks in turn gets what an empty memory gives them.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { listClaims } from '#src/claims/store.ts';
import { DEMO_PASSWORD } from '#src/demo/cast.ts';
import { needed } from '#src/item-at.ts';
import { forgetRemembered } from '#src/memory.ts';
import { lendTold, TOLD_AT } from '#tests/demo/told.ts';
import { startDesk, type TestDesk } from '#tests/support/app.ts';
import { Visitor } from '#tests/support/visitor.ts';

/** An editor, a guest, Legal and two reviewers of one desk. */
type Name = 'ada' | 'dina' | 'frida' | 'cleo' | 'ben';
/** Before each of them but Ben all is forgotten. He reads behind Cleo, who has the same role, but before her where they read in turn. */
const ALONE: Name[] = ['ada', 'dina', 'frida', 'cleo', 'ben'];
const IN_TURN: Name[] = ['ben', 'ada', 'dina', 'frida', 'cleo'];
const OR_SO: Name[] = ['ben', 'frida', 'dina', 'ada', 'cleo'];
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
  const readers = new Map<Name, Visitor>();
  before(async () => {
    desk = await startDesk({ lend: lendTold });
    desk.at = TOLD_AT;
    for (const name of ALONE)
      readers.set(name, await new Visitor(desk.app).signIn(`${name}@newsroom.example`, DEMO_PASSWORD));
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

  async function shownTo(name: Name, page: string): Promise<string> {
    const { status, body } = await needed(readers.get(name), name).visit(page);
    assert.ok([200, 403, 404].includes(status), `${page}: ${status}`);
    return `${status} ${body}`;
  }

  /** By name and page. */
  async function shownAlone(pages: string[]): Promise<Map<string, string>> {
    const alone = new Map<string, string>();
    for (const page of pages)
      for (const name of ALONE) {
        if (name !== 'ben') forgetRemembered();
        alone.set(`${name} ${page}`, await shownTo(name, page));
      }
    return alone;
  }

  for (const number of ARTICLES)
    test(`everybody reads each page of article ${number} as if nobody had read it before`, async () => {
      const pages = await pagesOf(number);
      const alone = await shownAlone(pages);
      assert.equal(new Set(pages.map((page) => alone.get(`ada ${page}`))).size, pages.length, 'pages differ');
      assert.ok([...alone.values()].filter((text) => text.startsWith('200')).length > alone.size / 2);
      forgetRemembered();
      for (const [index, page] of pages.entries())
        for (const name of index % 2 === 0 ? IN_TURN : OR_SO)
          assert.equal(await shownTo(name, page), alone.get(`${name} ${page}`), `${name} at ${page}`);
    });
});
