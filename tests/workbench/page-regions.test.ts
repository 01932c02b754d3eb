// What a script gets that has the page already: the regions that came to differ.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { type Ferry, mark, SENTENCES, takeFerryIn } from './support.ts';

const HEADER = 'Page-Regions';

describe('a script that has a page of the workbench', () => {
  let desk: NewsroomDesk;
  let ben: Visitor;
  let ferry: Ferry;
  before(async () => {
    desk = await startNewsroom();
    ben = await desk.visitor('ben');
    ferry = await takeFerryIn(desk);
    await mark(desk, ferry, SENTENCES.radar, 'The captain had switched the radar off');
    await mark(desk, ferry, SENTENCES.ran_aground, 'at least seven passengers drowned');
  });
  after(() => desk.close());

  const regionsIn = (page: string) => /<meta name="page-regions" content="([^"]+)">/.exec(page)?.[1] ?? '';

  /** Each region of a page or of an answer, with its element. */
  function cut(html: string): Map<string, string> {
    const starts = [...html.matchAll(/<[a-z]+ [^>]*?data-region="([^"]+)"/g)];
    return new Map(
      starts.map(({ 1: name = '', index }) => {
        const end = html.indexOf(`<!--/${name}-->`, index);
        return [name, html.slice(index, end < 0 ? undefined : end)] as const;
      }),
    );
  }

  async function opened(path: string): Promise<{ page: string; had: string }> {
    const page = (await ben.visit(path)).body;
    return { page, had: regionsIn(page) };
  }

  /** Asks as the script does, and gives the names of the regions that came. */
  async function asked(path: string, had: string): Promise<string[]> {
    await ben.visit(path, { [HEADER]: had });
    return [...cut(ben.body).keys()];
  }

  test('gets the claim, and of the text the words on which a mark has changed', async () => {
    const { had } = await opened(`${ferry.path}/claims/1`);
    const names = await asked(`${ferry.path}/claims/2`, had);
    assert.ok(names.includes('beside') && names.includes('deeds'), names.join());
    assert.ok(!names.includes('head'), 'nothing of the head differs');
    assert.ok(!ben.body.includes('<main'), 'the page itself stays');
    assert.match(ben.body, /<title>Claim 2/);
    assert.equal(ben.headers['cache-control'], 'no-store');
    assert.match(ben.headers.vary ?? '', /Page-Regions/i);
  });

  test('has after each answer what everybody else gets whole', async () => {
    const paths = ['/claims/1', '/claims/2', '', '/claims?list=suggested&above=0', '/claims?list=mine', '/claims/2'];
    let { page, had } = await opened(ferry.path);
    const lying = cut(page);
    for (const path of paths) {
      await asked(`${ferry.path}${path}`, had);
      for (const [name, html] of cut(ben.body)) lying.set(name, html.trimEnd());
      had = ben.headers[HEADER.toLowerCase()] ?? '';
      ({ page } = await opened(`${ferry.path}${path}`));
      for (const [name, html] of cut(page))
        assert.equal(lying.get(name)?.trimEnd(), html.trimEnd(), `${name} of ${path}`);
      assert.equal(had, regionsIn(page));
    }
  });

  test('gets what a save changed and what it says, and nothing else of the text', async () => {
    const { had, page } = await opened(`${ferry.path}/claims/1`);
    const revision = /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '';
    const fields = {
      revision,
      attribution_verdict: 'fair_paraphrase',
      content_verdict: '',
      verdict_sentence: '',
      as_of: '',
    };
    await ben.send(`${ferry.path}/claims/1/verdicts`, fields, { 'Sec-Fetch-Site': 'same-origin', [HEADER]: had });
    assert.equal(ben.headers['page-address'], `${ferry.path}/claims/1`, 'in the answer to the post itself');
    assert.match(ben.body, /page-notice.*Claim 1 is saved/);
    assert.ok(!ben.body.includes('<main'), 'a notice makes no other page of it');
    const names = [...cut(ben.body).keys()];
    assert.ok(names.includes('beside'), names.join());
    assert.ok(names.filter((name) => name.startsWith('text-')).length <= 1, names.join());
    const [came, said] = [cut(ben.body), ben.headers[HEADER.toLowerCase()]];
    const now = await opened(`${ferry.path}/claims/1`);
    assert.ok(!now.page.includes('page-notice'), 'it is said once');
    assert.equal(said, now.had);
    for (const [name, html] of came) assert.equal(html.trimEnd(), cut(now.page).get(name)?.trimEnd(), name);
  });

  test('is led on as everybody else where its form leads to no page of an article, or was refused', async () => {
    const { had } = await opened(`${ferry.path}/claims/1`);
    const headers = { 'Sec-Fetch-Site': 'same-origin', [HEADER]: had };
    await ben.send('/me', { display_name: 'Ben', initials: 'BE', letter_keys: 'yes', theme: 'system' }, headers);
    assert.equal(ben.headers['page-address'], undefined);
    await ben.send(`${ferry.path}/claims/1/verdicts`, { revision: '1', content_verdict: 'none' }, headers);
    assert.ok(ben.status >= 400, `${ben.status}`);
    assert.equal(ben.headers['page-address'], undefined);
    await ben.send(`${ferry.path}/claims/1/key`, { is_key: 'yes' });
    assert.equal(ben.headers['page-address'], undefined);
  });

  test('gets the whole page where it is another one: of another article, another person, another build', async () => {
    const { had } = await opened(`${ferry.path}/claims/1`);
    const other = await takeFerryIn(desk);
    await asked(`${other.path}/claims`, had);
    assert.match(ben.body, /<main/);
    const dina = await desk.visitor('dina');
    await dina.visit(`${ferry.path}/claims/1`, { [HEADER]: had });
    assert.match(dina.body, /<main/);
    for (const odd of ['page=none', `${had} more=x`, had.replaceAll('=', ''), ' ', 'x'.repeat(3000)]) {
      await asked(`${ferry.path}/claims/1`, odd);
      assert.match(ben.body, /<main/, odd);
    }
  });
});
