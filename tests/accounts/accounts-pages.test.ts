// Who says what from its pages, without JavaScript.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { onSqlite } from '#tests/support/engines.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { accountEventsOf, judgeDisputed, takeCountsIn } from './support.ts';

onSqlite((engine) => {
  describe('who says what from its pages', () => {
    let desk: NewsroomDesk;
    let ben: Visitor;
    let id: string;
    let page: string;
    before(async () => {
      desk = await startNewsroom(engine);
      ben = await desk.visitor('ben');
    });
    beforeEach(async () => {
      id = await takeCountsIn(desk);
      page = `/articles/${id}/accounts`;
    });
    after(() => desk.close());

    async function putQuestion(): Promise<string> {
      await judgeDisputed(desk, id, 1);
      await ben.visit(`/articles/${id}/claims/1`);
      await ben.press('Add question');
      return ben.path;
    }

    test('accounts differ on a claim: its panel offers the question, and one press puts it with the claim as first account', async () => {
      await ben.visit(`/articles/${id}/claims/1`);
      assert.ok(!ben.offers('Add question'), 'nothing is demanded of a claim without the verdict');
      await judgeDisputed(desk, id, 1);
      await ben.visit(`/articles/${id}/claims/1`);
      assert.equal(ben.value('Question to settle'), 'How many fighters?');
      await ben.press('Add question');
      assert.equal(ben.path, `${page}/1`);
      assert.match(
        ben.text(),
        /Toma Arrel.*spokesman for the river militia.*More than 100 fighters.*> 100 fighters.*claim 1/i,
      );
      assert.deepEqual(await htmlProblems(ben.body), []);
      await ben.visit(`/articles/${id}/claims/1`);
      assert.equal(ben.all('.claim-panel svg.range-plot').length, 1);
      assert.ok(!ben.offers('Add question'));
      await ben.follow('How many fighters?');
      assert.equal(ben.path, `${page}/1`);
    });

    test('other claims that count the same are taken with one press, and taken once', async () => {
      const question = await putQuestion();
      await ben.press(/^Add account: claim 2/);
      assert.equal(ben.path, question);
      assert.equal(ben.notice(), 'One account is added from its claim.');
      assert.match(ben.text(), /Governor’s office.*20 to 30 fighters/);
      assert.ok(!ben.offers(/^Add account: claim 2/));
      const again = await ben.send(`${question}/takings`, { claim: '2.1' });
      assert.equal(again.notice(), 'These accounts are here already.');
      assert.equal((await accountEventsOf(desk.db))['account.added'], (await counted()).accounts);
    });

    test('a call that is noted already fills an account in: for a question of its claim, or for a new one', async () => {
      await ben.visit(`/articles/${id}/claims/2`);
      await ben.fill('Add a source', 'call Lena Orsk 15:40: about two dozen fighters').press('Add');
      await ben.follow(/^use as an account/);
      assert.match(ben.path, /\/accounts\?evidence=/);
      const filled = () => ['Who', 'Says', 'In their words', 'From'].map((name) => ben.value(name));
      const call = ['Lena Orsk', 'about two dozen fighters', 'about two dozen fighters', 'source 1'];
      assert.deepEqual([ben.value('Question'), ...filled()], ['How many fighters?', ...call]);
      assert.match(ben.value('As of'), /^2026-03-1\d 15:40$/);
      await ben.press('Add question');
      assert.match(ben.text(), /Lena Orsk.*about two dozen fighters/);
      const question = await putQuestion();
      await ben.visit(`/articles/${id}/claims/1`);
      await ben.fill('Add a source', 'call Darin Velt 16:10: there were 40 fighters, no more').press('Add');
      await ben.follow(/^use as an account/);
      assert.match(ben.path, new RegExp(`^${question}\\?evidence=`));
      assert.deepEqual(filled().slice(0, 2), ['Darin Velt', '40 fighters']);
      await ben.press('Add account');
      assert.match(ben.text(), /Darin Velt.*40 fighters.*there were 40 fighters, no more/);
      await ben.visit(`/articles/${id}/contacts`);
      await ben.follow(/^Use as an account: Darin Velt/);
      assert.deepEqual(filled().slice(0, 2), ['Darin Velt', '40 fighters']);
    });

    test('the history of a claim says that it was taken as an account, that the account was changed, and why it was withdrawn', async () => {
      await putQuestion();
      await ben.follow(/^Edit/);
      const entry = ben.path;
      await ben.fill('Says', 'more than 90 fighters').press('Save account');
      await ben.visit(entry);
      await ben.fill('Why', 'The spokesman took it back').press('Withdraw account');
      await ben.visit(`/articles/${id}/claims/1`);
      const history = ben
        .all('.history li')
        .map((line) => line.textContent.replace(/\s+/g, ' '))
        .join('\n');
      assert.match(history, /added an account More than 100 fighters/);
      assert.match(history, /edited an account more than 90 fighters/);
      assert.match(history, /withdrew an account The spokesman took it back/);
      await ben.visit(`/articles/${id}/claims/2`);
      assert.doesNotMatch(
        ben
          .all('.history')
          .map((list) => list.textContent)
          .join(),
        /account/,
        'that of another claim',
      );
    });

    async function counted() {
      const accounts = await desk.db.selectFrom('account').select('id').execute();
      return { accounts: accounts.length };
    }

    test('an account needs who and what, nothing else; its figure is read out of the words', async () => {
      const question = await putQuestion();
      await ben.within('form[action$="/entries"]').press('Add account');
      assert.equal(ben.status, 422);
      assert.match(ben.errors().join(), /Say who says it.*Say what they say/);
      await ben.visit(question);
      const entry = ben.within('form[action$="/entries"]');
      await entry.fill('Who', 'City police').fill('Says', 'about two dozen armed men').press('Add account');
      assert.equal(ben.path, question);
      assert.match(ben.text(), /City police.*about two dozen armed men.*~ 24 armed men/);
      assert.match(ben.body, /<svg[^>]*range-plot/);
    });

    test('what cannot be taken comes back with all that was typed', async () => {
      await putQuestion();
      const entry = ben.within('form[action$="/entries"]');
      await entry.fill('Who', 'Police').fill('Says', 'none').fill('As of', 'yesterday-ish').press('Add account');
      assert.equal(ben.status, 422);
      assert.match(ben.errors().join(), /Write the time as/);
      assert.equal(ben.within('form[action$="/entries"]').value('Who'), 'Police');
      await ben.within('form[action$="/entries"]').fill('As of', '').fill('From', 'source 99').press('Add account');
      assert.match(ben.errors().join(), /has no source 99/);
      await ben.within('form[action$="/entries"]').fill('From', 'claim 99').press('Add account');
      assert.match(ben.errors().join(), /has no claim 99/);
      await ben.within('form[action$="/entries"]').fill('From', 'claim 2').press('Add account');
      assert.equal(ben.status, 200);
      assert.match(ben.text(), /Police none .*claim 2/);
    });

    test('the rule wants a sentence, and the account it prefers; the plot and the table then say which is followed', async () => {
      const question = await putQuestion();
      await ben
        .within('form[action$="/rule"]')
        .choose('Where accounts differ', /^one is preferred/)
        .press('Save rule');
      assert.match(ben.errors().join(), /Choose the account that the desk follows/);
      await ben
        .within('form[action$="/rule"]')
        .choose('Preferred account', /^Toma Arrel/)
        .press('Save rule');
      assert.match(ben.errors().join(), /Say in a sentence why/);
      await ben.within('form[action$="/rule"]').fill('Why, in a sentence', 'He was there.').press('Save rule');
      assert.equal(ben.path, question);
      assert.match(ben.text(), /followed.*Rule: one is preferred.*He was there\./);
      assert.match(ben.body, /the desk follows this/);
    });

    test('the copy shows it in words that stand in the text; other words are refused', async () => {
      const question = await putQuestion();
      const copy = () => ben.within('form[action$="/copy"]');
      await copy()
        .choose('The copy shows the disagreement', 'Yes, here')
        .fill('In these words', 'spoke of 50 fighters')
        .press('Save what the copy shows');
      assert.match(ben.errors().join(), /not in the text of version 1/);
      await copy().fill('In these words', "The governor's office spoke of 20 to 30").press('Save what the copy shows');
      assert.equal(ben.path, question);
      assert.match(ben.text(), /The copy shows it in sentence 3\./);
      await copy().choose('The copy shows the disagreement', 'No, because …').press('Save what the copy shows');
      assert.match(ben.errors().join(), /Say why the copy does not show it/);
      await copy().fill('Reason', 'The figure is cut.').press('Save what the copy shows');
      assert.match(ben.text(), /The copy does not show it: The figure is cut\./);
    });

    test('an account is changed; saved too late, both texts are shown', async () => {
      const question = await putQuestion();
      await ben.follow(/^Edit the account of Toma Arrel/);
      const entry = ben.path;
      const cleo = await desk.visitor('cleo');
      await cleo.visit(entry);
      await ben.fill('Says', 'more than 90 fighters').press('Save account');
      assert.equal(ben.path, question);
      assert.match(ben.text(), /> 90 fighters/, 'a figure that nobody touched follows the words');
      await cleo.fill('Says', 'more than 80 fighters').press('Save account');
      assert.equal(cleo.status, 409);
      assert.match(cleo.text(), /more than 90 fighters/);
    });

    test('an account and a question are withdrawn with a reason, kept on record, and brought back', async () => {
      const question = await putQuestion();
      await ben.follow(/^Edit the account of Toma Arrel/);
      await ben.within('form[action$="/withdrawal"]').press(/^Withdraw/);
      assert.match(ben.errors().join(), /Say in a few words why/);
      await ben
        .within('form[action$="/withdrawal"]')
        .fill('Why', 'He denies it.')
        .press(/^Withdraw/);
      assert.equal(ben.path, question);
      assert.match(ben.text(), /No account yet.*He denies it/);
      await ben.press(/^Restore/);
      assert.match(ben.text(), /1 account .*Rule: not decided yet/);
      await ben.fill('Why it is withdrawn', 'Asked twice.').press('Withdraw question');
      assert.match(ben.text(), /This question was withdrawn: Asked twice\./);
      await ben.visit(page);
      assert.match(ben.text(), /No questions yet/);
      await ben.visit(question);
      await ben.press('Restore question');
      assert.ok(ben.offers('Add account'));
    });

    test('a guest reads and is refused every post; for other desks there is nothing; nobody is asked to sign in', async () => {
      const question = await putQuestion();
      await ben.follow(/^Edit the account of Toma Arrel/);
      const entry = ben.path;
      const [dina, emil, nobody] = [await desk.visitor('dina'), await desk.visitor('emil'), await desk.visitor()];
      for (const path of [page, question, entry]) {
        assert.equal((await dina.visit(path)).status, 200, path);
        assert.ok(!dina.offers(/^(Save|Add|Put|Withdraw|Take)/), path);
        assert.equal((await emil.visit(path)).status, 404, path);
      }
      const before = await accountEventsOf(desk.db);
      const posts: Record<string, Record<string, string>> = {
        [page]: { point: 'How many?' },
        [question]: { point: 'How many?', revision: '1' },
        [`${question}/rule`]: { rule: 'range', rule_sentence: 'x', revision: '1' },
        [`${question}/copy`]: { copy_shows: 'no', copy_reason: 'x', revision: '1' },
        [`${question}/takings`]: { claim: 'all' },
        [`${question}/withdrawal`]: { withdrawal_reason: 'x' },
        [`${question}/restoration`]: {},
        [`${question}/entries`]: { party_name: 'x', value: '1' },
        [entry]: { party_name: 'x', value: '1', revision: '1' },
        [`${entry}/withdrawal`]: { withdrawal_reason: 'x' },
        [`${entry}/restoration`]: {},
      };
      for (const [path, fields] of Object.entries(posts)) {
        assert.equal((await dina.send(path, fields)).status, 403, path);
        assert.equal((await emil.send(path, fields)).status, 404, path);
        await nobody.send(path, fields);
        assert.ok(nobody.path.startsWith('/sign-in'), path);
      }
      assert.deepEqual(await accountEventsOf(desk.db), before);
    });

    test('what is typed as markup is shown as it was typed, in the table and in the plot', async () => {
      await putQuestion();
      const hostile = '<script>alert(1)</script>"><img src=x onerror=alert(2)>';
      await ben
        .within('form[action$="/entries"]')
        .fill('Who', hostile)
        .fill('In what role', hostile)
        .fill('Says', `7 ${hostile}`)
        .press('Add account');
      assert.equal(ben.status, 200);
      assert.doesNotMatch(ben.body, /<script>alert|<img/);
      assert.deepEqual(await htmlProblems(ben.body), []);
    });

    test('answers in words need no plot; the table has them', async () => {
      await ben.visit(page);
      assert.match(ben.text(), /No questions yet/);
      await ben
        .fill('Question', 'Who led the operation?')
        .fill('Who', 'The alliance')
        .fill('Says', 'the police did')
        .press('Add question');
      assert.equal(ben.status, 200);
      assert.equal(ben.all('svg.plot').length, 0);
      assert.match(ben.text(), /The alliance the police did/);
      await ben.visit(page);
      await ben.fill('Question', 'who led  the operation?').press('Add question');
      assert.match(ben.notice(), /already asks that/);
    });
  });
});
