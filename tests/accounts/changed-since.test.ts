// Accounts whose claim or passage changed since.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { addAccount, takeClaims } from '#src/accounts/account-commands.ts';
import { changeAccount, restoreAccount, withdrawAccount } from '#src/accounts/change-account-commands.ts';
import { seenBy } from '#src/accounts/from-source.ts';
import { gatherAccounts } from '#src/accounts/gather-accounts.ts';
import { askQuestion } from '#src/accounts/question-commands.ts';
import { confirmAccount, refreshAccount } from '#src/accounts/renew-account-commands.ts';
import { getQuestion } from '#src/accounts/store.ts';
import { presentMark } from '#src/accounts/taken-from.ts';
import { getArticle } from '#src/articles/store.ts';
import { listEntriesOfSubjects } from '#src/audit/store.ts';
import { changeClaimFigures } from '#src/claims/figures/commands.ts';
import {
  changeClaimAttribution,
  changeClaimKey,
  changeClaimRange,
  restoreClaim,
  withdrawClaim,
} from '#src/claims/marking/commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { changeEvidence, removeEvidence } from '#src/evidence/commands.ts';
import { listEvidence } from '#src/evidence/store.ts';
import { buildInternalReport } from '#src/reports/build.ts';
import { writeReportFile } from '#src/reports/files.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { openNewsroom, startNewsroom } from '#tests/support/newsroom.ts';
import { bytesOf } from '#tests/support/outgoing-bytes.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import { BODY, judgeDisputed, takeCountsIn } from './support.ts';

const HEADLINE = 'Raid on Lusk';
const ABOUT_80 = BODY.replace('More than 100 fighters', 'About 80 fighters');

onSqlite((engine) => {
  /** A question that claims 1 (more than 100 fighters) and 2 (20 to 30 fighters) answer, and what Ben does with it. */
  async function opened() {
    const newsroom = await openNewsroom(engine);
    const number = await takeCountsIn(newsroom);
    const ben = newsroom.ctxOf('ben');
    const article = await getArticle(ben, number);
    await askQuestion(ben, article.id, { point: 'How many fighters?', first: { claim_number: 1 } });
    const at = { article_id: article.id, question: 1 };
    await takeClaims(ben, at, 'all');
    const accounts = async () => (await getQuestion(newsroom.db, article.id, 1)).accounts;
    const changes = async (who = ben) => {
      const { present, article: found } = await gatherAccounts(who, await getArticle(who, article.id));
      return (await accounts()).map((account) => seenBy(found.role, account, present).changed_since);
    };
    const seen = async (index: number) => {
      const { present } = await gatherAccounts(ben, await getArticle(ben, article.id));
      return presentMark((await accounts())[index] as never, present);
    };
    const account = async (index: number) => ({ ...at, account: (await accounts())[index]?.id ?? '' });
    return { newsroom, ben, article, at, accounts, changes, seen, account };
  }

  describe('an account that was taken from a claim', () => {
    test('says nothing while the claim says the same, wherever its words stand', async () => {
      const { ben, article, changes } = await opened();
      assert.deepEqual(await changes(), ['', '']);
      await changeClaimKey(ben, article.id, { number: 1, is_key: true });
      const body = `It rained all night.\n\n${BODY}`;
      await reviseArticle(ben, article.id, { headline: HEADLINE, body, version: 1 });
      assert.deepEqual(await changes(), ['', '']);
    });

    test('says so where a new version changed its words, in the report, its JSON and its table, too', async () => {
      const { newsroom, ben, article, changes } = await opened();
      await reviseArticle(ben, article.id, { headline: HEADLINE, body: ABOUT_80, version: 1 });
      const words = 'Claim 1 now reads “About 80 fighters entered Lusk”, not “More than 100 fighters entered Lusk”.';
      assert.deepEqual(await changes(), [words, '']);
      assert.deepEqual(await changes(newsroom.ctxOf('dina')), [words, '']);
      const present = await getArticle(ben, article.id);
      const report = await buildInternalReport(ben, present);
      assert.deepEqual(
        report.questions[0]?.accounts.map((one) => one.changed_since),
        [words, ''],
      );
      const textOf = async (format: string, table?: string) =>
        String(await bytesOf(await writeReportFile(ben, present, { format, table, audience: 'public' })));
      const csv = await textOf('csv', 'accounts');
      assert.match(csv, /,changed_since,audience\r\n/);
      assert.match(csv, /Claim 1 now reads “About 80/);
      const html = await textOf('html');
      assert.match(html, /Changed since: <bdi>Claim 1 now reads/);
      assert.match(html, /what it was taken from has changed since/);
    });

    test('says so where a person moved the mark, changed who says it or the figure, and when the claim is dropped or lost', async () => {
      const { newsroom, ben, article, changes } = await opened();
      const { revision } = await getClaim(newsroom.db, article, { number: 2 });
      await changeClaimRange(ben, article.id, {
        number: 2,
        revision,
        selection: { sentence: 3, words: '30 fighters' },
      });
      assert.deepEqual(await changes(), ['', 'Claim 2 now reads “30 fighters”, not “20 to 30 fighters”.']);
      await changeClaimAttribution(ben, article.id, { number: 1, chain: [{ name: 'Ida Kern', role: '' }] });
      assert.equal((await changes())[0], 'Claim 1 is now said by Ida Kern, not by Toma Arrel.');
      await changeClaimAttribution(ben, article.id, { number: 1, chain: [{ name: 'Toma Arrel', role: '' }] });
      assert.equal((await changes())[0], '');
      await changeClaimFigures(ben, article.id, { number: 1, figures: '≥ 100 fighters' });
      assert.equal((await changes())[0], 'Claim 1 now has the figure ≥ 100 fighters, not > 100 fighters.');
      await withdrawClaim(ben, article.id, { number: 1, reason: 'Cut.' });
      assert.equal((await changes())[0], 'Claim 1 was dropped.');
      await restoreClaim(ben, article.id, 1);
      await changeClaimFigures(ben, article.id, { number: 1, figures: '> 100 fighters' });
      assert.equal((await changes())[0], '');
      const cut = BODY.slice(BODY.indexOf('The governor'));
      await reviseArticle(ben, article.id, { headline: HEADLINE, body: cut, version: 1 });
      assert.equal((await changes())[0], 'The words of claim 1 are not in the latest version.');
    });

    test('says so where a “not” came into its sentence, and nothing where only other words did', async () => {
      const { newsroom, ben, article, changes } = await opened();
      await judgeDisputed(newsroom, String(article.number), 1);
      const revise = (body: string, version: number) =>
        reviseArticle(ben, article.id, { headline: HEADLINE, body, version });
      const body = BODY.replace('Toma Arrel, a spokesman', 'Toma Arrel, the spokesman');
      await revise(body, 1);
      assert.deepEqual(await changes(), ['', '']);
      await revise(
        body.replace('office spoke of', 'office did not speak of').replace('Lusk, said', 'Lusk on Friday, said'),
        2,
      );
      const { check_again } = await getClaim(ben.db, article, { number: 1 });
      assert.deepEqual(await changes(), [
        `Claim 1 is to be checked again: ${check_again}.`,
        'The sentence of claim 2 now reads: “The governor’s office did not speak of 20 to 30 fighters.”',
      ]);
    });

    test('is confirmed once, by people of the desk, and only as the page showed it', async () => {
      const { newsroom, ben, article, changes, seen, account } = await opened();
      await reviseArticle(ben, article.id, { headline: HEADLINE, body: ABOUT_80, version: 1 });
      const on_page = await seen(0);
      const confirm = (who = ben, mark = on_page) => account(0).then((at) => confirmAccount(who, at, { seen: mark }));
      await assert.rejects(confirm(newsroom.ctxOf('dina')), Forbidden);
      await assert.rejects(confirm(newsroom.ctxOf('emil')), NotFound);
      const body = BODY.replace('More than 100 fighters', 'About 90 fighters');
      await reviseArticle(ben, article.id, { headline: HEADLINE, body, version: 2 });
      await assert.rejects(confirm(), /has changed again/);
      assert.match((await changes())[0] ?? '', /About 90/);
      await confirm(ben, await seen(0));
      await confirm(ben, await seen(0));
      assert.deepEqual(await changes(), ['', '']);
      const events = await newsroom.db
        .selectFrom('log')
        .select('verb')
        .where('verb', '=', 'account.confirmed')
        .execute();
      assert.equal(events.length, 1);
      await reviseArticle(ben, article.id, { headline: HEADLINE, body: ABOUT_80, version: 3 });
      assert.match((await changes())[0] ?? '', /now reads “About 80.*not “About 90/);
    });

    test('is taken anew in one press: value, figure and words as the claim has them, with both in the log', async () => {
      const { newsroom, ben, article, accounts, changes, seen, account } = await opened();
      await reviseArticle(ben, article.id, { headline: HEADLINE, body: ABOUT_80, version: 1 });
      const refresh = async (mark: string, who = ben) => refreshAccount(who, await account(0), { seen: mark });
      await assert.rejects(refresh('unknown'), /has changed again/);
      await assert.rejects(refresh(await seen(0), newsroom.ctxOf('dina')), Forbidden);
      await refresh(await seen(0));
      await refresh(await seen(0));
      const [first] = await accounts();
      const { value, comparator, low, unit, quote } = first ?? {};
      const now = 'About 80 fighters entered Lusk';
      assert.deepEqual([value, comparator, low, unit, quote], ['About 80 fighters', '~', 80, 'fighters', now]);
      assert.deepEqual(await changes(), ['', '']);
      const events = await listEntriesOfSubjects(newsroom.db, {
        article_id: article.id,
        subjects: [`account:${first?.id}`],
      });
      const told = events.filter((one) => one.verb === 'account.changed');
      assert.equal(told.length, 1);
      assert.equal(told[0]?.before?.value, 'More than 100 fighters');
      assert.equal(told[0]?.after?.value, 'About 80 fighters');
      assert.match(String(told[0]?.after?.because), /^Claim 1 now reads/);
    });

    test('is taken anew with its new speaker, and not at all from a claim that is dropped', async () => {
      const { ben, article, accounts, seen, account } = await opened();
      await changeClaimAttribution(ben, article.id, { number: 1, chain: [{ name: 'Ida Kern', role: 'a doctor' }] });
      await refreshAccount(ben, await account(0), { seen: await seen(0) });
      assert.equal((await accounts())[0]?.party_name, 'Ida Kern');
      await withdrawClaim(ben, article.id, { number: 1, reason: 'Cut.' });
      await assert.rejects(refreshAccount(ben, await account(0), { seen: await seen(0) }), /is gone/);
    });

    test('is said anew by a changed value, not by a role that was put right; taken again it is confirmed', async () => {
      const { ben, article, at, accounts, changes, account } = await opened();
      await reviseArticle(ben, article.id, { headline: HEADLINE, body: ABOUT_80, version: 1 });
      const [first] = await accounts();
      assert.ok(first);
      const typed = { party_name: 'Toma Arrel', figure: '> 100 fighters', quote: first.quote, from: 'claim 1' };
      const says = { ...typed, value: first.value, party_role: 'a spokesman', as_of: '2026-03-13' };
      await changeAccount(ben, await account(0), { ...says, revision: first.revision });
      assert.notEqual((await changes())[0], '');
      const { revision } = (await accounts())[0] as { revision: number };
      await changeAccount(ben, await account(0), { ...says, value: 'about 80 fighters', revision });
      assert.equal((await changes())[0], '');
      await withdrawAccount(ben, await account(0), 'Retold.');
      await takeClaims(ben, at, [{ claim_number: 1, position: 1 }]);
      await reviseArticle(ben, article.id, {
        headline: HEADLINE,
        body: ABOUT_80.replace('entered', 'left'),
        version: 2,
      });
      assert.match((await changes()).at(-1) ?? '', /left Lusk/);
      await takeClaims(ben, at, [{ claim_number: 1, position: 1 }]);
      assert.equal((await changes()).at(-1), '');
    });

    test('that was there before this was noted is held against what the claim says now', async () => {
      const { newsroom, ben, article, changes } = await opened();
      await behindTheLog(newsroom.db).updateTable('account').set({ taken_from: null }).execute();
      assert.deepEqual(await changes(), ['', '']);
      await reviseArticle(ben, article.id, { headline: HEADLINE, body: ABOUT_80, version: 1 });
      assert.deepEqual(await changes(), ['Claim 1 now reads “About 80 fighters entered Lusk”.', '']);
    });
  });

  test('an account from a source says when its passage was changed or removed, and nothing of the source’s other passages', async () => {
    const { newsroom, ben, article, at, accounts, changes, account, seen } = await opened();
    const use = (number: number, source_line: string) => addEvidence(ben, article.id, { number, source_line } as never);
    const { source } = await use(1, 'call Ishkan 15:40: twenty-five fighters');
    await use(3, 'call Ishkan 15:40: the harbour burnt for two days');
    const from = `source ${source.number}`;
    const typed = { party_name: 'Ishkan', party_role: '', value: '25', as_of: '', quote: '', from };
    await addAccount(ben, at, typed);
    const uses = await listEvidence(newsroom.db, article.id, 'inside');
    const change = async (number: number, passage: string) => {
      const row = (await listEvidence(newsroom.db, article.id, 'inside')).find((one) => one.claim_number === number);
      assert.ok(row);
      await changeEvidence(ben, article.id, { ...row, number, evidence_id: row.id, passage } as never);
    };
    assert.equal(uses.length, 2);
    await change(3, 'the harbour burnt for three days');
    assert.equal((await changes())[2], '');
    await change(1, 'thirty-five fighters');
    assert.equal((await changes())[2], 'The passage of its source that it rests on was changed.');
    await refreshAccount(ben, await account(2), { seen: await seen(2) });
    const { value, low, quote, taken_from } = (await accounts())[2] ?? {};
    assert.deepEqual([value, low, quote], ['thirty-five fighters', 35, 'thirty-five fighters']);
    assert.equal((await changes())[2], '');
    assert.notEqual(taken_from, null);
    await change(1, 'forty fighters');
    assert.notEqual((await changes())[2], '');
    await change(1, 'thirty-five fighters');
    assert.equal((await changes())[2], '');
    await removeEvidence(ben, article.id, { number: 1, evidence_id: uses[0]?.id ?? '' });
    assert.equal((await changes())[2], 'The passage of its source that it rests on was removed.');
    await confirmAccount(ben, await account(2), { seen: await seen(2) });
    assert.equal((await changes())[2], '');
    await withdrawAccount(ben, await account(2), 'Cut.');
    const [withdrawn] = (await getQuestion(newsroom.db, article.id, 1)).withdrawn_accounts;
    await restoreAccount(ben, { ...at, account: withdrawn?.id ?? '' });
    await assert.rejects(confirmAccount(ben, { ...at, account: 'none' }, { seen: '' }), NotFound);
    await withdrawAccount(ben, await account(2), 'Cut.');
    await assert.rejects(confirmAccount(ben, { ...at, account: withdrawn?.id ?? '' }, { seen: '' }), RuleBroken);
  });
});

describe('on the pages', () => {
  const closing: { close(): Promise<void> }[] = [];
  after(() => Promise.all(closing.map((desk) => desk.close())));

  test('table, plot and claim say what changed, and one press confirms it', async () => {
    const desk = await startNewsroom();
    closing.push(desk);
    const number = await takeCountsIn(desk);
    const ada = desk.ctxOf('ada');
    const { id } = await getArticle(ada, number);
    await askQuestion(ada, id, { point: 'How many fighters?', first: { claim_number: 1 } });
    await reviseArticle(ada, id, { headline: HEADLINE, body: ABOUT_80, version: 1 });
    const [ben, dina] = [await desk.visitor('ben'), await desk.visitor('dina')];
    for (const path of ['accounts', 'accounts/1', 'claims/1', 'report']) {
      await ben.visit(`/articles/${number}/${path}`);
      assert.match(ben.text(), /Changed since: Claim 1 now reads “About 80 fighters entered Lusk”/, path);
      assert.match(ben.text(), /more than 100 ↻/, path);
      assert.match(ben.body, /Toma Arrel: more than 100, which has changed since/, path);
      assert.deepEqual(await htmlProblems(ben.body), [], path);
    }
    await dina.visit(`/articles/${number}/accounts/1`);
    assert.match(dina.text(), /Changed since/);
    assert.ok(!dina.offers(/^Still right/));
    await ben.visit(`/articles/${number}/claims/1`);
    await ben.press(/^Still right/);
    assert.equal(ben.path, `/articles/${number}/claims/1`);
    assert.equal(ben.notice(), 'The account is confirmed as still right.');
    for (const path of ['accounts/1', 'claims/1', 'report']) {
      await ben.visit(`/articles/${number}/${path}`);
      assert.doesNotMatch(ben.text(), /Changed since|↻ what/, path);
    }
    const [entry] = (await getQuestion(desk.db, id, 1)).accounts;
    await reviseArticle(ada, id, { headline: HEADLINE, body: BODY, version: 2 });
    await ben.visit(`/articles/${number}/accounts/1/entries/${entry?.id}`);
    assert.match(ben.text(), /Changed since: Claim 1 now reads “More than 100 fighters/);
    await ben.press(/^Still right/);
    assert.equal(ben.path, `/articles/${number}/accounts/1`);
    assert.doesNotMatch(ben.text(), /Changed since/);
    await reviseArticle(ada, id, { headline: HEADLINE, body: ABOUT_80, version: 3 });
    await ben.visit(`/articles/${number}/claims/1`);
    await ben.press(/^Update (account )?to: About 80 fighters/);
    assert.equal(ben.path, `/articles/${number}/claims/1`);
    assert.doesNotMatch(ben.text(), /Changed since/);
  });
});
