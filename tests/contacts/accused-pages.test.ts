// Replies from their pages, without JavaScript: the accused, the contact, the answer, what is refused.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { followReplies } from '#src/contacts/accused/update-replies-on-revision.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { eventsOf } from '#tests/evidence/support.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { ACCUSING, takeBribesIn } from './accused-support.ts';

onSqlite((engine) => {
  describe('replies from their pages', () => {
    let desk: NewsroomDesk;
    let ben: Visitor;
    let id: string;
    let page: string;
    before(async () => {
      desk = await startNewsroom(engine);
      ben = await desk.visitor('ben');
    });
    beforeEach(async () => {
      id = await takeBribesIn(desk);
      page = `/articles/${id}/contacts`;
    });
    after(() => desk.close());

    const form = (action: string) => ben.within(`form[action$="${action}"]`);

    async function accuseKorrin(): Promise<string> {
      await ben.visit(page);
      await ben.press(/^Add as accused: Korrin Freight/);
      await ben.follow('Korrin Freight');
      return ben.path;
    }

    test('a name beside an accusation is taken with one press, and another leads to the contact, filled in', async () => {
      await ben.visit(page);
      assert.match(
        ben.text(),
        /Named beside an accusation Korrin Freight in claim 1.*Sela Vantor, Minister in claim 2/,
      );
      assert.deepEqual(await htmlProblems(ben.body), []);
      await ben.press(/^Add as accused: Korrin Freight/);
      assert.equal(ben.notice(), 'Korrin Freight is among the accused.');
      assert.match(ben.text(), /0 of 1 offered a reply.*no reply offered yet.*Missing: a reply offered, or why not/);
      await ben.follow(/^Offer a reply/);
      const contact = form('/contacts');
      assert.equal(contact.value('Who'), 'Korrin Freight');
      assert.equal(contact.value('About claim number'), '1');
      await contact
        .fill('Answer by', 'in 40 minutes')
        .fill('What was put to them', 'Did you bribe the harbour master?')
        .press('Save contact');
      assert.equal(ben.notice(), 'Korrin Freight is added.');
      assert.match(ben.text(), /1 of 1 offered a reply.*reply awaited.*Did you bribe.*Until 21:10/);
      assert.deepEqual(await htmlProblems(ben.body), []);
      await ben.visit(`/articles/${id}`);
      assert.match(ben.text(), /1 reply awaited/);
      await ben.visit(`/articles/${id}/claims/1`);
      assert.match(ben.text(), /Korrin Freight — reply awaited until 21:10/);
      assert.deepEqual(await htmlProblems(ben.body), []);
      await ben.visit('/');
      assert.match(ben.text(), /Replies due today.*Korrin Freight.*21:10/);
      assert.deepEqual(await htmlProblems(ben.body), []);
    });

    test('a name is dismissed, and proposed again', async () => {
      await ben.visit(page);
      await ben.press(/^Not accused: Sela Vantor/);
      assert.ok(!ben.offers(/^Add as accused: Sela Vantor/));
      await ben.press(/^Suggest again/);
      assert.ok(ben.offers(/^Add as accused: Sela Vantor/));
    });

    test('the claim says whom it accuses and that no reply was offered yet', async () => {
      await accuseKorrin();
      await ben.visit(`/articles/${id}/claims/1`);
      assert.match(ben.text(), /Accused.*Korrin Freight — no reply offered yet/);
      await ben.follow(/^Offer a reply/);
      assert.equal(form('/contacts').value('Who'), 'Korrin Freight');
      await ben.visit(`/articles/${id}/claims/2`);
      await ben.press(/^Add as accused: Sela Vantor/);
      assert.equal(ben.path, page);
    });

    test('the answer is noted when it comes, with its words; without them it comes back as it was typed', async () => {
      await accuseKorrin();
      await ben.follow(/^Offer a reply/);
      await form('/contacts').fill('Answer by', '21:00').press('Save contact');
      await ben.follow(/^Record answer/);
      const contact = ben.path;
      await ben.within('.card form').choose('Result', 'answered').fill('Answered at', '20:40').press('Save contact');
      assert.equal(ben.status, 422);
      assert.match(ben.errors().join(), /Write what they answered/);
      assert.equal(ben.value('Answered at'), '20:40');
      await ben.within('.card form').fill('Answer', 'Everybody pays.').press('Save contact');
      assert.match(ben.text(), /replied.*Everybody pays\./);
      await ben.visit(contact);
      await ben.press('Withdraw contact');
      assert.match(ben.errors().join(), /Say in a few words why/);
      await ben.fill('Why it is withdrawn', 'It was another firm.').press('Withdraw contact');
      assert.match(ben.text(), /no reply offered yet.*Withdrawn.*It was another firm\./);
      await ben.visit(contact);
      await ben.press('Restore contact');
      assert.match(ben.text(), /Everybody pays\./);
    });

    test('where the copy carries the reply is found in it, and is said to be gone when a version drops it', async () => {
      const accused = await accuseKorrin();
      await form('/copy')
        .choose('The copy carries the reply', 'Yes, here')
        .fill('In these words', 'paid nothing')
        .press('Save what the copy carries');
      assert.equal(ben.status, 422);
      assert.match(ben.errors().join(), /not in the text of version 1/);
      await form('/copy').fill('In these words', 'had paid “what everybody pays”').press('Save what the copy carries');
      assert.equal(ben.path, accused);
      assert.match(ben.text(), /In sentence 4\./);
      assert.deepEqual(await htmlProblems(ben.body), []);
      const body = ACCUSING.replace('The company said it had paid “what everybody pays”. ', '');
      const revised = await reviseArticle(desk.ctxOf('ben'), id, {
        headline: 'Paper trail on the quay',
        body,
        version: 1,
        on_revised: [followReplies],
      });
      assert.deepEqual(revised.said, ['It no longer carries the reply of Korrin Freight.']);
      await ben.visit(page);
      assert.match(ben.text(), /Version 2 no longer has the words that carried it in version 1/);
      await ben.visit(`/articles/${id}/claims/1`);
      assert.match(ben.text(), /Korrin Freight — the copy no longer carries the reply/);
      await ben.visit(`/articles/${id}/report`);
      assert.match(ben.text(), /The copy carried it in words that this version no longer has/);
    });

    test('why no reply was offered is in the list and in the report', async () => {
      await accuseKorrin();
      await form('/offer').fill('Reason', 'The firm is dissolved.').press('Save reason');
      assert.match(ben.text(), /no reply offered.*Because The firm is dissolved\./);
      await ben.visit(`/articles/${id}/report`);
      assert.match(
        ben.text(),
        /Accused, and what they replied.*Korrin Freight.*No reply offered\. The firm is dissolved\./,
      );
      await ben.visit(`/articles/${id}/report.json`);
      const { accused } = ben.json() as { accused: { name: string; reply: string; missing: string[] }[] };
      assert.deepEqual(
        accused.map(({ name, reply, missing }) => [name, reply, missing]),
        [['Korrin Freight', 'not_offered', []]],
      );
    });

    test('two at one accused: the later sees both texts, and nothing is lost', async () => {
      const accused = await accuseKorrin();
      const cleo = await desk.visitor('cleo');
      await cleo.visit(accused);
      await form('/offer').fill('Reason', 'No address.').press('Save reason');
      await cleo.within('form[action$="/offer"]').fill('Reason', 'No telephone.').press('Save reason');
      assert.equal(cleo.status, 409);
      assert.match(cleo.text(), /No telephone\..*No address\.|No address\..*No telephone\./);
    });

    test('what is accused is changed, taken off with a reason, and brought back', async () => {
      const accused = await accuseKorrin();
      await form('/accused/1')
        .fill('Accused of what', 'Bribery.')
        .fill('In claim number', '99')
        .press('Save accusation');
      assert.match(ben.errors().join(), /no claim 99/);
      await form('/accused/1').fill('In claim number', '1').press('Save accusation');
      assert.match(ben.text(), /Bribery\./);
      await form('/withdrawal').fill('Why they are not accused', 'Cleared in court.').press('Remove name');
      assert.match(ben.text(), /removed from the accused: Cleared in court\./);
      await ben.visit(page);
      assert.match(ben.text(), /Korrin Freight is not accused: Cleared in court\./);
      await ben.visit(accused);
      await ben.press('Restore name');
      assert.ok(ben.offers('Save reason'));
    });

    test('a guest reads and is refused every post; for other desks there is nothing; nobody is asked to sign in', async () => {
      const accused = await accuseKorrin();
      await ben.follow(/^Offer a reply/);
      await form('/contacts').press('Save contact');
      await ben.follow(/^Record answer/);
      const contact = ben.path;
      const [dina, emil, nobody] = [await desk.visitor('dina'), await desk.visitor('emil'), await desk.visitor()];
      for (const path of [page, accused, contact]) {
        assert.equal((await dina.visit(path)).status, 200, path);
        assert.ok(!dina.offers(/^(Save|Enter|Is|Put|Withdraw|Take|Offer)/), path);
        assert.deepEqual(await htmlProblems(dina.body), []);
        assert.equal((await emil.visit(path)).status, 404, path);
      }
      const before = await eventsOf(desk.db, 'accused', 'contact');
      const posts: Record<string, Record<string, string>> = {
        [page]: { name: 'x', how: 'call' },
        [contact]: { name: 'x', how: 'call', revision: '1' },
        [`${contact}/withdrawal`]: { withdrawal_reason: 'x' },
        [`${contact}/restoration`]: {},
        [`/articles/${id}/accused`]: { name: 'x' },
        [`/articles/${id}/proposed-accused/taking`]: { name: 'x' },
        [`/articles/${id}/proposed-accused/dismissal`]: { name: 'x' },
        [`/articles/${id}/proposed-accused/restoration`]: { name: 'x' },
        [accused]: { accusation: 'x', revision: '1' },
        [`${accused}/offer`]: { not_offered_reason: 'x', revision: '1' },
        [`${accused}/copy`]: { copy_shows: 'no', copy_reason: 'x', revision: '1' },
        [`${accused}/withdrawal`]: { withdrawal_reason: 'x' },
        [`${accused}/restoration`]: {},
      };
      for (const [path, fields] of Object.entries(posts)) {
        assert.equal((await dina.send(path, fields)).status, 403, path);
        assert.equal((await emil.send(path, fields)).status, 404, path);
        await nobody.send(path, fields);
        assert.ok(nobody.path.startsWith('/sign-in'), path);
      }
      assert.deepEqual(await eventsOf(desk.db, 'accused', 'contact'), before);
      for (const path of [`/articles/${id}/accused/99`, `/articles/${id}/accused/x`, `${page}/nonsense`])
        assert.equal((await ben.visit(path)).status, 404, path);
    });

    test('what is typed as markup is shown as it was typed, in the list, the claim and the report', async () => {
      const hostile = '<script>alert(1)</script>"><img src=x onerror=alert(2)>';
      await ben.visit(page);
      await form('/accused')
        .fill('Who is accused', '<script>alert(1)</script>')
        .fill('In what role', hostile)
        .fill('Accused of what', hostile)
        .fill('In claim number', '1')
        .press('Add accused');
      await ben.follow(/^Offer a reply/);
      await form('/contacts')
        .fill('When', hostile.slice(0, 90))
        .fill('Answer by', hostile.slice(0, 90))
        .fill('Answer', hostile)
        .press('Save contact');
      for (const path of [page, `/articles/${id}/accused/1`, `/articles/${id}/claims/1`, `/articles/${id}/report`]) {
        await ben.visit(path);
        assert.equal(ben.status, 200, path);
        assert.doesNotMatch(ben.body, /<script>alert|<img/, path);
        assert.deepEqual(await htmlProblems(ben.body), [], path);
      }
    });

    test('a guest learns nothing of a reply that came from a confidential source, nor that there is one', async () => {
      const line = { number: 1, source_line: 'call Korrin Freight 15:40: eleven crates of opals', alias: 'Source Q' };
      await addEvidence(desk.ctxOf('ben'), id, { ...line, is_confidential: true });
      await accuseKorrin();
      assert.match(ben.text(), /replied.*eleven crates of opals/);
      const dina = await desk.visitor('dina');
      const paths = [page, `/articles/${id}/accused/1`, `/articles/${id}/claims/1`, `/articles/${id}/log`];
      for (const path of [...paths, `/articles/${id}/report`, `/articles/${id}/report.json`, '/']) {
        await dina.visit(path);
        assert.equal(dina.status, 200, path);
        assert.doesNotMatch(dina.text(), /opals|15:40|✓ replied|Replied\.|"answered"|no reply offered|Missing:/, path);
      }
      await dina.visit(page);
      assert.match(dina.text(), /Korrin Freight.*nothing to show of a reply/);
    });

    test('the same contact entered twice is one', async () => {
      await ben.visit(page);
      const fields = { name: 'Sela Vantor', how: 'call', at_words: '15:40', put: 'Did you know?' };
      await ben.send(page, fields);
      await ben.send(page, fields);
      assert.equal(ben.notice(), 'Sela Vantor was here already.');
      assert.equal(ben.all('form[action$="/contacts"]').length, 1);
    });
  });
});
