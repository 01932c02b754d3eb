// Complaints and corrections on their pages: as people use them, and what guests see of them.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import { type Strike, strikeAt } from '../../reviews/support.ts';

describe('the morning after', () => {
  let desk: NewsroomDesk;
  let strike: Strike;
  before(async () => {
    desk = await startNewsroom();
    strike = await strikeAt(desk);
  });
  after(() => desk.close());
  const at = (rest = '') => `/articles/1/complaints${rest}`;

  test('Ben notes a complaint, Ada decides and corrects, and the sentence is ready to paste', async () => {
    const ben = await desk.visitor('ben');
    await ben.visit(at());
    await ben
      .fill('Who complains', 'Dockers’ union')
      .fill('Words complained of', 'Five hundred dockers')
      .fill('What they say', 'We were seven hundred.')
      .press('Add complaint');
    assert.equal(ben.notice(), 'Complaint 1 is added.');
    assert.match(ben.text(), /answer due 28 March, 23:59/);
    const ada = await desk.visitor('ada');
    await ada.visit(at('/1'));
    await ada.choose('What is decided', 'Corrected').fill('Why', 'Their list has 700 names.').press('Save decision');
    await ada.follow('Add the correction');
    assert.equal(ada.value('What was wrong'), 'Five hundred dockers');
    await ada.fill('What is right', 'Seven hundred dockers').press('Add correction');
    assert.match(ada.text(), /That was wrong\. It now says “Seven hundred dockers”/);
    assert.match(ada.text(), /not on the published page yet/);
    await ada.press('Save date');
    assert.match(ada.text(), /published since 14 March 2026/);
    await ben.visit(at('/1'));
    await ben.fill('What they were told', 'You were right, and we say so.').press('Save answer');
    assert.match(ben.text(), /corrected, answered today/);
  });

  test('what was typed stays where a field is missing', async () => {
    const ben = await desk.visitor('ben');
    await ben.visit(at());
    await ben.fill('Who complains', 'A reader').press('Add complaint');
    assert.equal(ben.status, 422);
    assert.deepEqual(ben.errors(), ['Write what they say.']);
    assert.equal(ben.value('Who complains'), 'A reader');
  });

  test('a guest sees the correction, and no complaint', async () => {
    const dina = await desk.visitor('dina');
    await dina.visit(at());
    assert.match(dina.text(), /Seven hundred dockers/);
    assert.doesNotMatch(dina.text(), /union|We were seven hundred/);
    await dina.visit(at('/1'));
    assert.equal(dina.status, 403);
    await dina.visit('/articles/1/log');
    assert.doesNotMatch(dina.text(), /complaint|union/i);
  });

  test('a correction that names a confidential source is not made', async () => {
    const ben = desk.ctxOf('ben');
    await addEvidence(ben, strike.id, {
      number: 1,
      source_line: 'call Captain Rahmat 15:40: six',
      is_confidential: true,
    });
    const ada = await desk.visitor('ada');
    await ada.visit(at());
    await ada
      .fill('What was wrong', 'on Monday')
      .fill('What is right', 'on Sunday, says Captain Rahmat')
      .press('Add correction');
    assert.equal(ada.status, 422);
    assert.match(ada.errors().join(), /names a confidential source .*everybody reads/);
    assert.equal(ada.value('What is right'), 'on Sunday, says Captain Rahmat');
  });

  test('a second complaint about the same is settled by the correction that stands', async () => {
    const [ada, ben] = [await desk.visitor('ada'), await desk.visitor('ben')];
    await ben.visit(at());
    await ben.fill('Who complains', 'A docker').fill('What they say', 'Far more.').press('Add complaint');
    await ada.visit(at('/2'));
    await ada.choose('What is decided', 'Corrected').fill('Why', 'As the union says.').press('Save decision');
    assert.ok(ada.offers('Add the correction'));
    await ada.choose('Already corrected by', /^Correction 1/).press('Use this correction');
    assert.equal(ada.notice(), 'Correction 1 settles complaint 2.');
    assert.ok(!ada.offers('Add the correction'));
    assert.deepEqual(await htmlProblems(ada.body), []);
    await ada.follow('Open correction 1');
    assert.match(ada.text(), /after complaint 1, complaint 2/);
    await ada.fill('Why it is withdrawn', 'The list had names twice.').press('Withdraw correction');
    await ada.visit(at('/2'));
    assert.ok(ada.offers('Add the correction'), 'nothing corrects it now');
    assert.ok(!ada.offers('Already corrected by'));
  });

  test('fifty complaints stand on a page, and the older ones on the next', async () => {
    const ben = await desk.visitor('ben');
    const typed = { received_at: '2026-03-14T08:42', says: 'It was not so.' };
    for (let reader = 3; reader <= 53; reader += 1) await ben.send(at(), { ...typed, complainant: `Reader ${reader}` });
    await ben.visit(at());
    const numbers = () => [...ben.body.matchAll(/id="complaint-(\d+)"/g)].map(([, number]) => Number(number));
    assert.deepEqual([numbers().length, numbers()[0], numbers().at(-1)], [50, 53, 4]);
    await ben.follow('Older');
    assert.deepEqual(numbers(), [3, 2, 1]);
    assert.ok(!ben.offers('Older'));
    const ada = await desk.visitor('ada');
    await ada.visit(at('/2'));
    await ada.follow('Add the correction');
    assert.match(ada.text(), /After complaint 2\./, 'though it stands on the older page');
    await ben.follow('Newest');
    assert.equal(numbers()[0], 53);
  });
});
