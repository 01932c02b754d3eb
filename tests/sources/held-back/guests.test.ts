// What names a confidential source is held back from guests, also where it became so later.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { insertMember } from '#src/people/member-store.ts';
import { addSource } from '#src/sources/commands.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { everyAddress, heldIn, lookAround, placesAt, withoutStrays } from './every-address.ts';
import { MARKERS, type Told, toldDesk } from './told-desk.ts';

describe('a source that is written into everything, and became confidential later', () => {
  let desk: NewsroomDesk;
  let told: Told;
  let addresses: string[];
  let secrets: string[];
  before(async () => {
    desk = await startNewsroom();
    told = await toldDesk(desk);
    const searches = ['Quillon', 'saffron', 'Pemberwick', 'zqopeninterestx'].map((word) => `/sources?words=${word}`);
    const tables = ['claims', 'evidence', 'accounts', 'ticks', 'checks'];
    const files = tables.map((table) => `/articles/${told.article}/report.csv?table=${table}`);
    const pages = await withoutStrays(desk, everyAddress(desk, 'GET', await placesAt(desk, told.article)));
    addresses = [...pages, ...searches, ...files];
    const { name, contact, party } = MARKERS;
    const words = [name, contact, party].flatMap((marker) => marker.split(' '));
    secrets = [...Object.values(MARKERS), ...words, told.sha256, ...told.tags];
  });
  after(() => desk.close());

  test('no page, file, header or error that a guest gets tells of it, nor any text that names it', async () => {
    const { found, opened } = await lookAround(await desk.visitor('dina'), addresses, foundIn);
    assert.deepEqual(found, []);
    assert.ok(opened > 60, `only ${opened} of ${addresses.length} addresses opened for a guest`);
  });

  test('the same walk finds every one of these texts where a reviewer goes: the test can see', async () => {
    const walk = (await desk.visitor('ben')).walk();
    const unseen = new Set(secrets);
    for (const address of addresses)
      for (const answer of await walk.follow(address))
        for (const secret of heldIn(answer, secrets)) unseen.delete(secret);
    assert.deepEqual([...unseen], []);
  });

  test('whatever a guest sends, the answer tells nothing either, and no notice does', async () => {
    const dina = await desk.visitor('dina');
    const found: string[] = [];
    const forms: Record<string, string>[] = [{}, { revision: '1', reason: '', words: 'crates', claims: '1:1' }];
    const posts = await withoutStrays(desk, everyAddress(desk, 'POST', await placesAt(desk, told.article)));
    for (const address of posts.filter((one) => /^\/(articles|sources|snapshots|jobs|writer)/.test(one)))
      for (const fields of forms) {
        await dina.send(address, fields);
        assert.ok(dina.status < 500, `${address} answers ${dina.status}`);
        found.push(...foundIn(dina, address));
        // What is not there for a guest is not there for other words either.
        if (dina.status === 404) break;
      }
    assert.deepEqual(found, []);
  });

  test('a guest who edits another desk gets no more of it, nor in the library that they take out as its keeper', async () => {
    const { id: person_id } = desk.persons.emil;
    await insertMember(desk.db, { desk_id: desk.desks.foreign.id, person_id, role: 'guest', since: desk.at });
    await addSource(desk.ctxOf('emil'), {
      desk: desk.desks.weekend.slug,
      source_line: 'Notes of a nurse',
      is_confidential: 1,
    });
    const emil = await desk.visitor('emil');
    const { found } = await lookAround(emil, addresses, foundIn);
    for (const format of ['csv', 'ris', 'bib', 'csl.json']) {
      await emil.send(`/sources.${format}`, {});
      assert.equal(emil.status, 200);
      assert.match(emil.body, /Notes of a nurse/);
      found.push(...foundIn(emil, `POST /sources.${format}`));
    }
    assert.deepEqual(found, []);
  });

  test('a guest reads that something is held back, and all that names nobody', async () => {
    const dina = await desk.visitor('dina');
    const path = `/articles/${told.article}`;
    await dina.visit(`${path}/fixes`);
    assert.match(dina.text(), /Held back: it names a confidential source\./);
    assert.match(dina.text(), /A clerk .*Ingrid Voss wants it so/);
    await dina.visit(`${path}/claims/4`);
    assert.match(dina.text(), /Nobody else says so\./);
    await dina.visit(`${path}/versions/2/changes`);
    assert.match(dina.text(), /A clerk saw the crates go\./);
    await dina.visit(`${path}/report`);
    assert.match(dina.text(), /Source A/);
  });

  test('a guest who searches for it gets the very page that nonsense gets', async () => {
    const dina = await desk.visitor('dina');
    const answer = async (words: string) => (await dina.visit(`/sources?words=${words}`)).body.replaceAll(words, '…');
    const nonsense = await answer('qqqqqqqqq');
    for (const words of ['Quillon', 'zqopeninterestx', 'Saffron']) assert.equal(await answer(words), nonsense, words);
    await dina.visit('/sources?words=harbour');
    assert.match(dina.text(), /Harbour log/);
  });

  test('a page that a guest kept is sent anew once a source is confidential', async () => {
    const dina = await desk.visitor('dina');
    const path = `/articles/${told.article}/fixes`;
    await dina.visit(path);
    const kept = { 'If-None-Match': dina.headers.etag ?? '' };
    assert.equal((await dina.visit(path, kept)).status, 304);
    const ben = await desk.visitor('ben');
    await ben.visit('/sources/new');
    await ben.fill('Add a source', 'Ingrid Voss').tick('Confidential').press('Add source');
    assert.equal((await dina.visit(path, kept)).status, 200);
    assert.doesNotMatch(dina.body, /Voss/);
  });

  function foundIn(answer: Parameters<typeof heldIn>[0], address: string): string[] {
    // A search says back what was searched for.
    const asked = decodeURIComponent(/words=(.*)/.exec(address)?.[1] ?? '').toLowerCase();
    const held = heldIn(answer, secrets).filter((secret) => asked === '' || !secret.toLowerCase().includes(asked));
    return held.map((secret) => `${address}: ${secret}`);
  }
});
