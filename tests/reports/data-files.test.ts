// The report as ClaimReview, as Web Annotations and as reference lists.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { raiseDeskSeq } from '#src/people/desk-seq-store.ts';
import { selectorsIn } from '#src/reports/formats/selectors.ts';
import { addSource } from '#src/sources/commands.ts';
import { readCsl } from '#src/sources/formats/csl.ts';
import { readRis } from '#src/sources/formats/ris.ts';
import type { NewsroomDesk } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { HALF_CHECKED, type HalfChecked } from './half-checked.ts';

interface Review {
  url: string;
  claimReviewed: string;
  creativeWorkStatus: string;
  reviewRating: { alternateName: string; ratingValue?: number };
  itemReviewed: { text: string; author: object; appearance: { url: string } };
}

interface Annotation {
  id: string;
  body: { value: string }[];
  target: {
    source: string;
    selector: [{ exact: string; prefix: string; suffix: string }, { start: number; end: number }];
  };
}

interface Collection {
  label: string;
  total: number;
  first: { items: Annotation[] };
}

const EMOJI =
  '😀👩‍🚀 Nine 🚢 ships left Tarn. Nine 🚢 ships came back, the port said. </script> غادرت تسع سفن الميناء.';

describe('the report as data', () => {
  let desk: NewsroomDesk & HalfChecked;
  let ada: Visitor;
  let ben: Visitor;
  let dina: Visitor;
  before(async () => {
    desk = await HALF_CHECKED.start();
    const article = desk;
    const ctx = desk.ctxOf('ben');
    const { source } = await addSource(ctx, {
      desk: desk.desks.foreign.slug,
      source_line: 'call Captain Rahmat 15:40: six bombers',
      is_confidential: 1,
      alias: 'a police officer',
    });
    await addEvidence(ctx, article.id, { number: 2, source_number: source.number });
    const second = await takeArticleIn(ctx, desk.desks.foreign.slug, { headline: '', body: EMOJI });
    await markClaim(ctx, second.id, { selection: { sentence: 2, words: 'Nine 🚢 ships' } });
    await markClaim(ctx, second.id, { selection: { sentence: 3, words: '</script>' } });
    [ada, ben, dina] = [await desk.visitor('ada'), await desk.visitor('ben'), await desk.visitor('dina')];
  });
  after(() => desk.close());

  test('Dina takes the reviews from the page: one for each claim that is done, and for no other', async () => {
    await dina.visit('/articles/1/report');
    await dina.follow('ClaimReview');
    assert.match(dina.headers['content-type'] ?? '', /^application\/ld\+json/);
    const reviews = dina.json() as { '@graph': Review[] };
    const [right, disputed, ...more] = reviews['@graph'];
    assert.deepEqual(more, []);
    assert.equal(right?.url, 'https://wire.example/lusk#claim-1');
    assert.deepEqual(
      [right?.reviewRating.alternateName, right?.reviewRating.ratingValue, right?.creativeWorkStatus],
      ['Confirmed', 5, 'Draft'],
    );
    assert.ok([...(right?.claimReviewed ?? '')].length <= 75 && right?.claimReviewed.endsWith('…'));
    assert.equal(
      right?.itemReviewed.text,
      'Two boats and some sixty gunmen reached the grain port of Lusk before dawn on Friday',
    );
    assert.deepEqual([disputed?.reviewRating.alternateName, disputed?.reviewRating.ratingValue], ['Disputed', 3]);
    assert.deepEqual(disputed?.itemReviewed.author, {
      '@type': 'Person',
      name: 'Toma Arrel',
      jobTitle: 'spokesman of the river militia',
    });
    assert.equal(disputed?.itemReviewed.appearance.url, 'https://wire.example/lusk');
  });

  test('reviews are for the public: the INTERNAL report offers none', async () => {
    await ben.visit('/articles/1/report');
    assert.doesNotMatch(ben.text(), /ClaimReview/);
    assert.equal((await ben.visit('/articles/1/report.jsonld?audience=internal')).status, 404);
    assert.equal((await ben.visit('/articles/1/report.jsonld?audience=public')).status, 200);
  });

  test('the number is the desk’s own where it has set one', async () => {
    const rate = async (rating: number | null) => {
      await desk.db.updateTable('verdict').set({ rating }).where('meaning', '=', 'disputed').execute();
      await raiseDeskSeq(desk.db);
    };
    await rate(2);
    const [, disputed] = ((await dina.visit('/articles/1/report.jsonld')).json() as { '@graph': Review[] })['@graph'];
    assert.equal(disputed?.reviewRating.ratingValue, 2);
    await rate(null);
  });

  test('an annotation stands on its words, counted in code points, with an emoji before them', async () => {
    const { first } = (await dina.visit('/articles/2/report.annotations.json')).json() as Collection;
    const letters = [...EMOJI];
    for (const { target } of first.items) {
      const [quote, place] = target.selector;
      assert.equal(letters.slice(place.start, place.end).join(''), quote.exact);
      assert.equal(EMOJI.split(quote.prefix + quote.exact + quote.suffix).length, 2);
    }
    assert.deepEqual(
      first.items.map(({ target }) => target.selector[0].exact),
      ['Nine 🚢 ships', '</script>'],
    );
  });

  test('Ada’s annotations say INTERNAL and what is thought so far; Dina’s say why a claim is not checked', async () => {
    await ada.visit('/articles/1/report');
    await ada.follow('Web Annotations');
    assert.match(ada.headers['content-type'] ?? '', /profile="http:\/\/www\.w3\.org\/ns\/anno\.jsonld"/);
    const inside = ada.json() as Collection;
    assert.match(inside.label, /^INTERNAL/);
    assert.match(
      JSON.stringify(inside),
      /Claim 7: not checked: its check is not finished \(INTERNAL, provisional: wrong\)/,
    );
    const outside = (await dina.visit('/articles/1/report.annotations.json')).json() as Collection;
    assert.doesNotMatch(JSON.stringify(outside), /INTERNAL|provisional/);
    const said = outside.first.items.map(({ body }) => body[0]?.value);
    assert.ok(said.includes('Claim 4: Disputed'));
    assert.ok(said.includes('Claim 3: not checked: waits for second read'));
    assert.equal(outside.total, said.length);
    const ids = [...inside.first.items, ...outside.first.items].map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  test('no word in the reviews ends the script in which they stand', async () => {
    for (const format of ['jsonld', 'annotations.json']) await dina.visit(`/articles/2/report.${format}`);
    assert.doesNotMatch((await dina.visit('/articles/1/report.jsonld')).body, /</);
  });

  test('the reference lists have each source once, with the claims that rest on it; a desk reads them back', async () => {
    for (const [label, read] of [
      ['RIS', readRis],
      ['CSL-JSON', readCsl],
    ] as const) {
      await ben.visit('/articles/1/report');
      await ben.follow(label);
      assert.match(ben.headers['content-disposition'] ?? '', /claimdesk-1-draft-INTERNAL\.(ris|csl\.json)/);
      const entries = [...read(ben.body.replaceAll('\r\n', '\n'))].flatMap((found) =>
        'entry' in found ? [found.entry] : [],
      );
      assert.equal(entries.length, 4);
      assert.ok(entries.some(({ fields }) => /Rahmat/.test(fields.title ?? '')));
      assert.equal(ben.body.split('INTERNAL').length - 1, entries.length);
      assert.match(ben.body, /Cited at claim 4/);
    }
  });

  test('a confidential source stands in the public lists by its alias, and nothing else of it does', async () => {
    for (const format of ['ris', 'csl.json']) {
      await ben.visit(`/articles/1/report.${format}?audience=public`);
      assert.match(ben.body, /a police officer/);
      assert.match(ben.body, /Confidential source\. Cited at claim 2/);
      assert.doesNotMatch(ben.body, /Rahmat|15:40|INTERNAL/);
    }
  });
});

test('words that stand in a text often are quoted with so much around them that they stand there once', () => {
  const text = 'again 😀 and '.repeat(60);
  const selectors = selectorsIn(text);
  const start = text.indexOf('again', text.length / 2);
  const [quote, position] = selectors({ start, end: start + 5 });
  const whole = `${quote.prefix}${quote.exact}${quote.suffix}`;
  assert.equal(text.indexOf(whole), text.lastIndexOf(whole));
  assert.equal([...text].slice(Number(position.start), Number(position.end)).join(''), 'again');
});
