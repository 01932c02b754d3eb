// A confidential source: no byte that a guest gets tells more than alias, kind, stance and grade.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { verifyLog } from '#src/audit/verify.ts';
import { Forbidden, RuleBroken } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { cardOf } from '#src/sources/card/source.ts';
import { getSource } from '#src/sources/card/store.ts';
import { changeSource } from '#src/sources/change-commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { freeAlias, visibilityOf } from '#src/sources/confidentiality.ts';
import { noteDerivation } from '#src/sources/origins/commands.ts';
import { takeRaidIn } from '#tests/evidence/support.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type NewsroomDesk, openNewsroom, startNewsroom } from '#tests/support/newsroom.ts';
import { keepCopy } from '#tests/support/source-verbs.ts';
import { everyAddress, heldIn, lookAround } from './held-back/every-address.ts';

/** Nothing else on the desk holds any of these. */
const SECRET = {
  title: 'Quintessa Marlow, clerk of the registry',
  url: 'https://leaks.zanzibar.example/vault/7781?key=opal',
  publisher: 'Obsidian Registry',
  author: 'Thaddeus Wrenfield',
  dated_on: '29 February 1988',
  interest: 'Wants her pension vexingly back',
  doi: '10.5555/zephyr.quill',
};
const USE = {
  passage: 'eleven barrels went missing on the quay',
  place: 'folio 9917',
  note: 'met her behind the velodrome',
};
const DERIVED = 'a photostat of her ledger';
const CONTACT_LINE = 'call Persephone Vantongeren 15:40: seventeen coffins';
const COPY = { how: 'upload', name: 'carbuncle-ledger.txt', claimed: 'text/plain' } as const;
const COPY_WORDS = 'the xylophone fund paid for the lock';
const LATER = ['Persephone Vantongeren', 'seventeen coffins'];

describe('what a guest can know of a confidential source', () => {
  let desk: NewsroomDesk;
  let article: string;
  let number: number;
  let secrets: string[];

  before(async () => {
    desk = await startNewsroom();
    article = await takeRaidIn(desk);
    const ben = desk.ctxOf('ben');
    const slug = desk.desks.foreign.slug;
    // Open at first, so that the log has it all; confidential later.
    const { source } = await addSource(ben, { desk: slug, source_line: SECRET.title, type: 'document', ...SECRET });
    number = source.number;
    const graded = { stance: 'against', reliability: 'B', credibility: 2 } as const;
    await addEvidence(ben, article, { number: 1, source_number: number, ...graded, ...USE });
    const copy = await keepCopy(ben, number, { ...COPY, bytes: Buffer.from(COPY_WORDS) });
    const call = await addEvidence(ben, article, { number: 2, source_line: CONTACT_LINE });
    const copied = await addEvidence(ben, article, { number: 1, source_line: 'Harbour log' });
    const taken = {
      how: 'paste',
      name: '',
      claimed: 'text/plain',
      bytes: Buffer.from(`She wrote: ${USE.passage}.`),
    } as const;
    await keepCopy(ben, number, taken);
    const open = await getSource(ben, number);
    await changeSource(ben, number, {
      ...cardOf(open),
      is_confidential: 1 as const,
      alias: '',
      revision: open.revision,
    });
    const called = await getSource(ben, call.source.number);
    const hidden = { ...cardOf(called), is_confidential: 1 as const, alias: 'A soldier', revision: called.revision };
    await changeSource(ben, called.number, hidden);
    await noteDerivation(ben, copied.source.number, { derives_from: String(number), note: DERIVED });
    await noteDerivation(ben, called.number, { derives_from: String(copied.source.number) });
    secrets = [DERIVED, ...Object.values(SECRET), ...Object.values(USE), ...LATER, source.id];
    secrets.push(COPY.name, COPY_WORDS, String(copy.snapshot.sha256), copy.snapshot.id);
  });
  after(() => desk.close());

  /** Every address of the desk that can be opened, with what is there filled in. */
  async function addressesHere(): Promise<string[]> {
    const evidence = await desk.db.selectFrom('evidence').select('id').execute();
    const contacts = await desk.db.selectFrom('contact').select('id').execute();
    const values: Record<string, string[]> = {
      number: [...new Set([0, 1, 2].map((step) => String(number + step)).concat('1', '2'))],
      evidence: evidence.map((row) => row.id),
      contact: contacts.map((row) => row.id),
      format: ['html', 'json', 'csv'],
      slug: [desk.desks.foreign.slug],
      id: [article],
    };
    const filled = everyAddress(desk, 'GET', values);
    const words = ['Quintessa', 'zanzibar', 'Obsidian', 'Wrenfield', 'vexingly', '10.5555', 'Source A', String(number)];
    const searches = words.map((word) => `/sources?words=${encodeURIComponent(word)}`);
    const filters = [
      'type=document',
      'uses=used',
      'with_interest=1',
      'confidence=confidential',
      'added_by=2',
      'page=2',
    ];
    const reports = [
      `/articles/${article}/report.csv?table=evidence`,
      `/articles/${article}/report.csv?table=accounts`,
    ];
    return [...filled, ...searches, ...filters.map((filter) => `/sources?${filter}`), ...reports];
  }

  test('no page, file, header or error that a guest gets holds a byte of it, in whatever spelling', async () => {
    const addresses = await addressesHere();
    assert.ok(addresses.length > 60, `only ${addresses.length} addresses were opened`);
    const { found, opened } = await lookAround(await desk.visitor('dina'), addresses, (answer, address) =>
      heldIn(answer, secrets).map((secret) => `${address}: ${secret}`),
    );
    assert.deepEqual(found, []);
    assert.ok(opened > 30, `only ${opened} addresses opened for a guest`);
  });

  test('the same walk finds it where a reviewer goes: the test can see', async () => {
    const walk = (await desk.visitor('ben')).walk();
    const seen = new Set<string>();
    for (const address of await addressesHere())
      for (const answer of await walk.follow(address)) for (const secret of heldIn(answer, secrets)) seen.add(secret);
    const unseen = secrets.filter((secret) => !seen.has(secret));
    assert.deepEqual(unseen.length <= 2 ? [] : unseen, [], 'all but the inner ids stands on some page of the desk');
  });

  test('a guest sees alias, kind, stance and grade under the claim and in the report, and no card', async () => {
    const dina = await desk.visitor('dina');
    await dina.visit(`/articles/${article}/claims/1`);
    assert.match(dina.text(), /against.*Source A.*B2.*confidential, document/);
    assert.match((await dina.visit(`/articles/${article}/report`)).text(), /Source A.*against.*B2.*confidential/);
    const { findings, contacts } = (await dina.visit(`/articles/${article}/report.json`)).json() as {
      findings: { evidence: object[] }[];
      contacts: object[];
    };
    const use = { is_confidential: true, alias: 'Source A', type: 'document', stance: 'against', grade: 'B2' };
    assert.deepEqual(findings[0]?.evidence[0], { ...use, public_reason: '' });
    assert.deepEqual(contacts, []);
    const [first] = findings as unknown as { sources: object }[];
    assert.deepEqual(first?.sources, {
      content: { sources: 2, first_sources: 1 },
      attribution: { sources: 0, first_sources: 0 },
    });
    assert.equal((await dina.visit(`/sources/${number}`)).status, 404);
    assert.match((await dina.visit(`/articles/${article}/contacts`)).text(), /Nobody was asked yet/);
  });

  test('a guest who searches gets for words of it the very page that nonsense gets', async () => {
    const dina = await desk.visitor('dina');
    const answer = async (words: string) => {
      const { body, headers, status } = await dina.visit(`/sources?words=${words}`);
      return { body: body.replaceAll(words, '…'), status, etag: headers.etag === undefined };
    };
    const nonsense = await answer('Qqqqqqqqq');
    assert.deepEqual(await answer('Quintessa'), nonsense);
    assert.deepEqual(await answer('vexingly'), nonsense);
    const all = await dina.visit('/sources');
    assert.match(all.text(), /Harbour log/);
    assert.equal(dina.all('tbody tr').length, 1);
    assert.doesNotMatch(all.body, /Source A|soldier|confidential/i);
  });

  test('a guest gets no word of sources, evidence and contacts from the log, and the chain holds', async () => {
    const dina = await desk.visitor('dina');
    const verbs = (await dina.visit(`/articles/${article}/log.jsonl`)).body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).verb as string);
    assert.ok(verbs.includes('claim.marked'));
    assert.deepEqual(
      verbs.filter((verb) => /^(source|evidence|contact)\./.test(verb)),
      [],
    );
    assert.deepEqual(
      (await verifyLog(desk.db)).flatMap((chain) => chain.faults),
      [],
    );
  });

  test('reviewers see it all, marked, and under which name it goes outside', async () => {
    const ben = await desk.visitor('ben');
    await ben.visit(`/articles/${article}/claims/1`);
    assert.match(ben.text(), /Quintessa Marlow.*confidential: Source A/);
    await ben.visit('/sources?words=quintessa');
    assert.match(ben.text(), /Quintessa Marlow.*Confidential Source A/);
    await ben.visit(`/sources/${number}`);
    assert.match(ben.text(), /Confidential Outside the desk it is called Source A/);
    await ben.visit('/sources?confidence=confidential');
    assert.equal(ben.all('tbody tr').length, 2);
  });
});

onEachEngine((engine) => {
  engine.rule(
    'a confidential source gets the next alias, keeps its own, and only an editor opens it again',
    async () => {
      const newsroom = await openNewsroom(engine);
      const [ben, ada] = [newsroom.ctxOf('ben'), newsroom.ctxOf('ada')];
      const desk = newsroom.desks.foreign.slug;
      const added = async (source_line: string, alias = '') =>
        (await addSource(ben, { desk, source_line, is_confidential: 1, alias })).source;
      const first = await added('The clerk');
      assert.equal(first.alias, 'Source A');
      assert.equal((await added('The driver', 'A driver')).alias, 'A driver');
      assert.equal((await added('The cook')).alias, 'Source B');
      await assert.rejects(
        added('The nurse', 'Source A'),
        (error) => error instanceof RuleBroken && error.field === 'alias',
      );
      const opened = { ...cardOf(first), is_confidential: 0 as const, revision: 1 };
      await assert.rejects(changeSource(ben, first.number, opened), Forbidden);
      await changeSource(ada, first.number, opened);
      const now = await getSource(newsroom.ctxOf('dina'), first.number);
      assert.deepEqual([now.is_confidential, now.alias, now.search_text.includes('source a')], [0, '', false]);
      assert.equal((await added('The nurse')).alias, 'Source A');
    },
  );

  test('a line under a claim makes a confidential source at once, and never out of an open one', async () => {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const id = await takeRaidIn(newsroom);
    const { source } = await addEvidence(ben, id, { number: 1, source_line: 'The clerk, p. 2', is_confidential: true });
    assert.equal((await getSource(ben, source.number)).alias, 'Source A');
    await addEvidence(ben, id, { number: 1, source_line: 'Harbour log' });
    await assert.rejects(
      addEvidence(ben, id, { number: 2, source_line: 'Harbour log', is_confidential: true }),
      (error) => error instanceof RuleBroken && error.field === 'is_confidential',
    );
    await assert.rejects(
      newsroom.db.updateTable('source').set({ alias: '' }).where('number', '=', source.number).execute(),
      /check|CHECK/,
    );
  });
});

test('aliases go from Source A over Source Z to Source AA, and whoever is unknown looks from outside', () => {
  assert.equal(freeAlias([]), 'Source A');
  const letters = Array.from({ length: 26 }, (_, index) => `Source ${String.fromCharCode(65 + index)}`);
  assert.equal(freeAlias(letters), 'Source AA');
  assert.equal(freeAlias([...letters, 'Source AA']), 'Source AB');
  assert.deepEqual(
    (['editor', 'reviewer', 'operator', 'inside', 'guest', 'outside', null, undefined] as const).map(visibilityOf),
    ['inside', 'inside', 'inside', 'inside', 'outside', 'outside', 'outside', 'outside'],
  );
});
