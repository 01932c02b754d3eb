// The pages of sources, evidence and contacts in a real browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { changeClaimAttribution } from '#src/claims/marking/commands.ts';
import { markAccused } from '#src/contacts/accused/commands.ts';
import { addContact } from '#src/contacts/contacts/commands.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { writeIdentity } from '#src/sources/identity/commands.ts';
import { noteDerivation } from '#src/sources/origins/commands.ts';
import { takeRaidIn } from '#tests/evidence/support.ts';
import { sheetsFor } from '#tests/sheets/brought.ts';
import { addedSource } from '#tests/sources/copies.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { keepCopy } from '#tests/support/source-verbs.ts';
import { axeViolations } from './axe.ts';
import { inEveryWindow } from './every-window.ts';
import { complaintsOf, type InBrowser, openInBrowser, scrollsSideways, signedIn, WINDOWS } from './support.ts';

const STATEMENT =
  'The governor’s office, statement no. 208. There were thirty attackers at the most in the city, and all of them are dead by now, his spokeswoman said on Monday.';

let desk: NewsroomDesk & InBrowser;
let id: string;
let pages: string[];
before(async () => {
  desk = await openInBrowser(await startNewsroom());
  id = await takeRaidIn(desk);
  const call = await addEvidence(desk.ctxOf('ben'), id, {
    number: 1,
    source_line: 'call Darin Velt, spokesman of the Eastern Front, 07:40: “a hundred and twenty, more than that”',
    reliability: 'C',
    credibility: 3,
  });
  await addEvidence(desk.ctxOf('ben'), id, {
    number: 1,
    source_line: `https://karsa.example/${'a-long-address-without-a-break'.repeat(6)}`,
    stance: 'against',
  });
  const ben = desk.ctxOf('ben');
  await changeClaimAttribution(ben, id, {
    number: 2,
    chain: [
      { name: 'Corvane News', role: 'agency' },
      { name: 'Anvar Tesh', role: 'governor' },
    ],
  });
  const [statement, reprint] = [
    await addedSource(desk, 'Statement no. 208'),
    await addedSource(desk, 'Reprint of 208'),
  ];
  for (const number of [statement, reprint])
    await keepCopy(ben, number, { how: 'paste', name: '', claimed: 'text/plain', bytes: Buffer.from(STATEMENT) });
  await noteDerivation(ben, call.source.number, { derives_from: String(statement), note: 'he read it out' });
  const uses = [];
  for (const passage of ['thirty attackers', 'forty attackers were in the city', 'the mayor was among the dead there'])
    uses.push(await addEvidence(ben, id, { number: 2, source_number: statement, passage }));
  await addEvidence(ben, id, { number: 2, source_number: call.source.number });
  const copy = await desk.db.selectFrom('snapshot').select('number').orderBy('number').executeTakeFirstOrThrow();
  const contact = await desk.db.selectFrom('contact').select('id').executeTakeFirstOrThrow();
  const accused = { name: 'Darin Velt', role: 'spokesman', accusation: 'Sent boys.', claim_number: 1 };
  await markAccused(desk.ctxOf('ben'), id, accused);
  await markAccused(desk.ctxOf('ben'), id, { ...accused, name: 'The governor', role: '' });
  const put = { put: 'How many?', until_words: 'in two hours', claim_number: 1 };
  await addContact(desk.ctxOf('ben'), id, { name: 'Press office', body: 'The governor', how: 'message', ...put });
  const hidden = {
    desk: desk.desks.foreign.slug,
    source_line: 'The clerk of the registry',
    is_confidential: 1 as const,
  };
  const clerk = (await addSource(desk.ctxOf('ben'), hidden)).source.number;
  const registrar = (await addSource(desk.ctxOf('ben'), { desk: hidden.desk, source_line: 'The registrar' })).source;
  const named = [desk.persons.cleo.number];
  await writeIdentity(desk.ctxOf('ben'), clerk, { identity: 'Somebody with a name', readers: named });
  const sheet = await sheetsFor(ben, id);
  pages = [
    `/articles/${id}/sheets`,
    `/articles/${id}/sheets/${sheet}`,
    `/articles/${id}/sheets/${sheet}/columns`,
    '/sources',
    '/sources?confidence=confidential&order=title',
    '/sources/new?line=https%3A%2F%2Fkarsa.example%2Fa-list-of-boats',
    `/sources/${clerk}`,
    `/sources/${clerk}/identity`,
    `/sources/${clerk}/merging`,
    `/sources/${clerk}/merging?other=${registrar.number}`,
    `/sources/${registrar.number}/identity`,
    '/sources?words=nothing+like+it',
    '/sources/new',
    `/sources/${call.source.number}`,
    `/articles/${id}/claims/1/evidence/${call.id}`,
    `/articles/${id}/details`,
    `/sources/${statement}`,
    `/sources/${reprint}`,
    `/articles/${id}/claims/2`,
    `/articles/${id}/report`,
    ...uses.map((use) => `/articles/${id}/claims/2/evidence/${use.id}`),
    `/snapshots/${copy.number}?evidence=${uses[0]?.id}#passage`,
    `/snapshots/${copy.number}?evidence=${uses[1]?.id}#passage`,
    `/articles/${id}/contacts`,
    `/articles/${id}/contacts/${contact.id}`,
    `/articles/${id}/contacts?accused=1`,
    `/articles/${id}/accused/1`,
    `/articles/${id}/claims/1`,
  ];
});
after(() => desk.close());

inEveryWindow('the pages of evidence can be used by everybody', async (look) => {
  const page = await signedIn(desk, 'ben');
  const complaints = complaintsOf(page);
  for (const path of pages) {
    await page.goto(path);
    await look(page, path);
  }
  assert.deepEqual(complaints, []);
});

test('a source is added from the keyboard alone, and what is wrong is mended where the summary leads', async () => {
  const page = await signedIn(desk, 'ben', WINDOWS[2]);
  await page.goto(`/articles/${id}/claims/1`);
  await page.getByLabel('Add a source').focus();
  await page.keyboard.type('javascript:alert(1)');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  assert.deepEqual(await axeViolations(page), []);
  assert.equal(await scrollsSideways(page), false);
  await page.getByRole('alert').getByRole('link').focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Add a source').fill('call Sorov 15:40: six bombers');
  await page.getByLabel('Add a source').press('Enter');
  await page.getByRole('link', { name: 'Call with Sorov, 15:40', exact: true }).waitFor();
  assert.equal(new URL(page.url()).pathname, `/articles/${id}/claims/1`);
});

test('on paper the details of an article and the card of a source keep their facts, without the forms', async () => {
  const card = { desk: 'foreign-desk', source_line: 'Harbour log', publisher: 'Harbour office' };
  const { source } = await addSource(desk.ctxOf('ben'), card);
  const page = await signedIn(desk, 'ben');
  for (const path of [`/articles/${id}/details`, `/sources/${source.number}`]) {
    await page.goto(path);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('dl.facts').first().isVisible(), true, path);
    assert.equal(await page.locator('main form:visible').count(), 0, path);
    await page.emulateMedia({ media: 'screen' });
  }
});

test('a verdict that a spreadsheet suggests is taken by one key', async () => {
  const page = await signedIn(desk, 'ben');
  await page.goto(`/articles/${id}/claims/2`);
  await page.getByText('Suggested verdict:').waitFor();
  await page.keyboard.press('y');
  await page.getByRole('status').getByText('The suggested verdict is set, by you.').waitFor();
  assert.equal(await page.getByText('Suggested verdict:').count(), 0);
});
