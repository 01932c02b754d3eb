// Suggestions without scripts: seen in the text and beside it, taken one by one or from a line up.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getClaim } from '#src/claims/store.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { type Ferry, SENTENCES, takeFerryIn } from './support.ts';

const AGROUND =
  'A ferry carrying 240 people ran aground off Port Amel before dawn on Saturday, and at least seven passengers drowned';
const RADAR = '“The captain had switched the radar off,”';

let desk: NewsroomDesk;
before(async () => {
  desk = await startNewsroom();
});
after(() => desk.close());

async function openFerry(): Promise<{ ferry: Ferry; list: string; sentence: (number: number) => string }> {
  const ferry = await takeFerryIn(desk);
  return {
    ferry,
    list: `${ferry.path}/claims?list=suggested`,
    sentence: (number) => `${ferry.path}/sentences/${number}`,
  };
}

test('an article that nobody has touched shows what is worth checking, each with its reasons', async () => {
  const { ferry } = await openFerry();
  const ben = await desk.visitor('ben');
  await ben.visit(ferry.path);
  const drawn = ben.all('.text .suggested').map((one) => one.textContent);
  assert.ok(drawn.some((words) => words.includes('radar off')));
  assert.ok(!drawn.some((words) => words.includes('cold morning')), 'scenery is not suggested');
  assert.match(ben.within('.text').text(), /suggested: .*attributed to Lena Orsk/);
  ben.whole();
  await ben.follow(/^Suggestions/);
  assert.equal(ben.headings().includes('Suggestions'), true);
  const said = ben.within('.suggestion-list').text();
  assert.ok(said.includes(AGROUND), said);
  assert.match(said, /attributed to the coast guard/);
  assert.match(said, /★ key: casualties/);
  assert.match(said, /very likely worth checking/);
  assert.match(said, /≥ 7 passengers/);
});

test('the sign after suggested words leads to the sentence, where they are taken', async () => {
  const { ferry, sentence } = await openFerry();
  const ben = await desk.visitor('ben');
  await ben.visit(ferry.path);
  await ben.follow(/suggested: .*attributed to Lena Orsk/);
  assert.equal(ben.path.replace(/#.*/, ''), sentence(SENTENCES.radar));
  assert.match(ben.text(), /a claim only when somebody adds it/);
  await ben.press(`Add claim “${RADAR}”`);
  assert.equal(ben.notice(), 'Claim 1 is marked as it was suggested.');
  assert.equal(ben.path, sentence(SENTENCES.radar));
  assert.ok(!ben.headings().includes('Suggestions'));
  const claim = await getClaim(desk.db, { id: ferry.id }, { number: 1 });
  assert.deepEqual([claim.statement, claim.kind], [RADAR, 'quotation']);
  await ben.visit(`${ferry.path}/claims/1`);
  assert.match(ben.text(), /marked a claim as it was suggested/);
  assert.match(ben.within('.chain').text(), /Lena Orsk/);
});

test('what is dismissed goes out of the text and can be suggested again', async () => {
  const { ferry, list } = await openFerry();
  const ben = await desk.visitor('ben');
  await ben.visit(list);
  await ben.press(`Dismiss “${RADAR}”`);
  assert.match(ben.notice(), /^Dismissed/);
  assert.ok(ben.path.includes('list=suggested'), ben.path);
  assert.ok(ben.text().includes('Dismissed in this version: 1'));
  await ben.visit(ferry.path);
  assert.ok(!ben.all('.text .suggested').some((one) => one.textContent.includes('radar')));
  await ben.visit(list);
  await ben.press(`Suggest again “${RADAR}”`);
  assert.equal(ben.notice(), 'It is suggested again.');
  assert.ok(!ben.text().includes('Dismissed in this version'));
});

test('a person moves the line, sees what lies above it, and takes all of that at once', async () => {
  const { ferry, list } = await openFerry();
  const ben = await desk.visitor('ben');
  await ben.visit(list);
  const before = ben.all('.suggestion-list li[id]').length;
  await ben.fill('Minimum score', '80').press('Apply');
  assert.match(ben.path, /above=80/);
  const above = ben.all('.suggestion-list li[id]').length;
  assert.ok(above > 0 && above < before);
  assert.ok(!ben.all('.text .suggested').some((one) => one.textContent.includes('radar')), 'the text follows the line');
  await ben.press(/^Add (all|the one)/);
  assert.match(ben.notice(), /claims? .*marked as/i);
  assert.equal(ben.path, `${ferry.path}/claims`);
  assert.ok(ben.all('.claim-list li').length > 0);
  await ben.visit(`${list}&above=80`);
  assert.match(ben.text(), /Nothing scores 80 or more/);
  assert.ok(!ben.offers(/^Add all/));
});

test('by score, the strongest comes first', async () => {
  const { list } = await openFerry();
  const ben = await desk.visitor('ben');
  await ben.visit(list);
  await ben.follow('By score');
  const scores = ben.all('.suggestion-list li .row b').map((one) => Number(one.textContent));
  assert.deepEqual(
    scores,
    [...scores].sort((a, b) => b - a),
  );
});

test('a line that is no number is said where it is typed, and nothing is taken', async () => {
  const { ferry, list } = await openFerry();
  const ben = await desk.visitor('ben');
  await ben.visit(list);
  await ben.send(`${ferry.path}/suggestions/takings`, { above: 'high' });
  assert.equal(ben.status, 422);
  assert.deepEqual(ben.errors(), ['Write the minimum score as a whole number from 0 to 100.']);
  await ben.visit(`${list}&above=high&order=best`);
  assert.equal(ben.status, 200);
});

test('a guest sees what is suggested and decides nothing', async () => {
  const { list, ferry, sentence } = await openFerry();
  const dina = await desk.visitor('dina');
  for (const path of [list, sentence(SENTENCES.radar)]) {
    await dina.visit(path);
    assert.ok(dina.text().includes('The captain had switched the radar off'));
    assert.ok(!dina.offers(/^(Take|Dismiss)/));
  }
  await dina.send(`${ferry.path}/suggestions/takings`, { above: '0' });
  assert.equal(dina.status, 403);
});

test('a text in another language says what its suggestions rest on, and hears nobody in it', async () => {
  const body =
    'De brug is oud. De verbouwing kost 40 miljoen euro. “De stad betaalt alles”, zei de burgemeester van hier.';
  const ferry = await takeFerryIn(desk, { headline: 'De brug', body, language: 'nl' });
  const ben = await desk.visitor('ben');
  await ben.visit(`${ferry.path}/claims?list=suggested`);
  assert.match(
    ben.text(),
    /The words of this text \(Dutch\) are not understood by the program: it goes by numbers in digits/,
  );
  const said = ben.within('.suggestion-list').text();
  assert.match(said, /De verbouwing kost 40 miljoen euro\. a number/);
  assert.doesNotMatch(said, /casualties|said by|De brug is oud/);
  await ben.visit(`${(await takeFerryIn(desk)).path}/claims?list=suggested`);
  assert.doesNotMatch(ben.text(), /not understood by the program/);
});
