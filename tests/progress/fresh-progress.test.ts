// What lists, my desk and heads say of an article is what it is now, after each thing that may be done to it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { changeArticleDetails } from '#src/articles/details/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { assignParagraphs } from '#src/claims/coverage/assign-commands.ts';
import { initialSentences, removeInitials } from '#src/claims/coverage/commands.ts';
import { listTicks } from '#src/claims/coverage/store.ts';
import { removeTick, tickWords } from '#src/claims/coverage/tick-commands.ts';
import {
  changeClaimKey,
  changeClaimRange,
  restoreClaim,
  takeClaim,
  withdrawClaim,
} from '#src/claims/marking/commands.ts';
import { changeClaimDetails } from '#src/claims/marking/details-commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { placeClaim } from '#src/claims/revision/placement-commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { changeContact, restoreContact, withdrawContact } from '#src/contacts/contacts/change-commands.ts';
import { addContact } from '#src/contacts/contacts/commands.ts';
import { listContacts } from '#src/contacts/contacts/store.ts';
import { addMember, changeMemberRole, removeMember } from '#src/people/desks/member-commands.ts';
import { changePreferences } from '#src/people/me/commands.ts';
import { listProfiles } from '#src/people/profiles/store.ts';
import { eraseArticle } from '#src/reports/erasure/erase-commands.ts';
import { askFix, decideFix } from '#src/reviews/fixes/commands.ts';
import { listFixes } from '#src/reviews/fixes/store.ts';
import { clearArticle, clearClaim, holdClaim } from '#src/reviews/legal/commands.ts';
import { liftClearances } from '#src/reviews/legal/update-legal-on-revision.ts';
import { answerQuery, askQuery, askQueryAgain, dropQuery } from '#src/reviews/queries/commands.ts';
import { listQueries } from '#src/reviews/queries/store.ts';
import { closeClaim, closeClaimsTogether, reopenClaim, returnClaim } from '#src/reviews/second-read/commands.ts';
import { followReviews } from '#src/reviews/update-reviews-on-revision.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type NewsroomDesk, type PersonName, startNewsroom } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { BODY, type Ferry, HEADLINE, judge, mark, takeFerryIn } from '../workbench/support.ts';
import { assertSortedByDue, assertStoredIsRight, type Seen, seenBy } from './support.ts';

type Said = Partial<Record<keyof Seen, RegExp | ((said: string) => boolean)>>;

/** That this is not said. */
const not = (words: RegExp) => (said: string) => !words.test(said);

onEachEngine((engine) => {
  let desk: NewsroomDesk;
  let ferry: Ferry;
  const visitors = new Map<PersonName, Visitor>();
  before(async () => {
    desk = await startNewsroom(engine);
    ferry = await takeFerryIn(desk);
    for (const name of ['ada', 'ben', 'cleo', 'dina', 'frida'] as const) visitors.set(name, await desk.visitor(name));
  });
  after(() => desk.close());

  const as = (name: PersonName) => desk.ctxOf(name);
  const revisionOf = async (number: number) => (await getClaim(desk.db, ferry, { number })).revision;
  const fixes = () => listFixes(desk.db, ferry.id);
  const queries = () => listQueries(desk.db, ferry.id);
  const contact = async () => (await listContacts(desk.db, ferry.id, 'editor'))[0] as { id: string; revision: number };
  const revise = (body: string, version: number) =>
    reviseArticle(as('ben'), ferry.id, {
      ...{ headline: HEADLINE, body, version },
      on_revised: [followReviews, liftClearances],
    });
  const details = async (change: object) => {
    const { title, byline, revision } = await getArticle(as('ada'), ferry.id);
    await changeArticleDetails(as('ada'), ferry.id, { title, byline, ...change, revision });
  };
  const claimDetails = async (change: object) => {
    const { statement, kind, assignee_id, due_at, revision } = await getClaim(desk.db, ferry, { number: 1 });
    const whole = { number: 1, revision, statement, kind, assignee_id, due_at, ...change };
    await changeClaimDetails(as('ben'), ferry.id, whole);
  };

  const CHANGES: [name: string, change: () => Promise<unknown>, said: Partial<Record<PersonName, Said>>][] = [
    [
      'nothing was done yet',
      async () => {},
      {
        ada: {
          list: /Foreign desk Unassigned 6 sentences unread Left to read 6 Claims none yet Assign/,
          head: /none marked/,
        },
      },
    ],
    [
      'a claim is marked',
      () => mark(desk, ferry, 2, 'seven passengers'),
      {
        ada: {
          list: /Foreign desk · Ben 1 claim open 5 sentences unread .*Left to read 5 Claims 0 of 1/,
          head: /Left to read 5 sentences · \d+ unchecked details Claims 1 open/,
        },
        ben: { home: /One claim waits for you/ },
        cleo: { home: /Nothing waits for you/ },
      },
    ],
    [
      'words are ticked',
      () => tickWords(as('cleo'), ferry.id, { selection: { sentence: 3, words: 'Lena Orsk' }, note: '' }),
      { ada: { list: /Left to read 4/, head: /Left to read 4 sentences/ } },
    ],
    [
      'a sentence is initialled',
      () => initialSentences(as('cleo'), ferry.id, { selection: { sentence: 4 } }),
      { ada: { list: /Left to read 3/, head: /Left to read 3 sentences/ } },
    ],
    [
      'initials are taken back',
      () => removeInitials(as('cleo'), ferry.id, { selection: { sentence: 4 } }),
      { ada: { list: /Left to read 4/, head: /Left to read 4 sentences/ } },
    ],
    [
      'a tick is taken back',
      async () => {
        const { id } = await latestVersion();
        await removeTick(as('cleo'), ferry.id, (await listTicks(desk.db, id))[0]?.id ?? '');
      },
      { ada: { list: /Left to read 5/, head: /Left to read 5 sentences/ } },
    ],
    [
      'the words of the claim are others',
      async () =>
        changeClaimRange(as('ben'), ferry.id, {
          ...{ number: 1, revision: await revisionOf(1) },
          selection: { sentence: 2 },
        }),
      { ada: { list: /Left to read 5/, head: /Left to read 5 sentences Claims/ } },
    ],
    [
      'the claim is starred',
      () => changeClaimKey(as('ben'), ferry.id, { number: 1, is_key: true }),
      { ada: { head: /1 key claim open/ } },
    ],
    [
      'somebody else takes it',
      () => takeClaim(as('cleo'), ferry.id, 1),
      {
        ada: { list: /Foreign desk · Cleo .*of 1/ },
        cleo: { home: /One claim waits/ },
        ben: { home: /Nothing waits/ },
      },
    ],
    [
      'it is given to somebody, with a time',
      () => claimDetails({ assignee_id: desk.persons.ben.id, due_at: '2026-03-14T17:00:00.000Z' }),
      {
        ben: { home: /One claim waits for you.*today 21:30/ },
        cleo: { home: /Nothing waits/ },
        ada: { list: /Foreign desk · Ben .*of 1/ },
      },
    ],
    ['its time passes', async () => desk.wait(70), { ben: { home: /today 21:30/ } }],
    [
      'its time is taken away, and set again later',
      async () => {
        await claimDetails({ due_at: null });
        await assertSortedByDue(desk.db);
        await claimDetails({ due_at: '2026-03-14T17:00:00.000Z' });
      },
      { ben: { home: /today 21:30/ } },
    ],
    [
      'the article has a deadline',
      () => details({ deadline_at: '2026-03-15T01:00' }),
      { ada: { list: /01:00/, head: /Due tomorrow 01:00/ } },
    ],
    [
      'it is judged',
      () => judge(desk, ferry, 1, 'wrong'),
      {
        ada: { head: /Claims 1 for second read/ },
        ben: { home: /Nothing waits/ },
        cleo: { home: /One claim waits.*you read second, verdict by Ben/ },
      },
    ],
    [
      'it goes back',
      async () =>
        returnClaim(as('cleo'), ferry.id, { number: 1, revision: await revisionOf(1), line: 'Ask the port.' }),
      { ada: { head: /Claims 1 back/ }, ben: { home: /back to you: Ask the port/ }, cleo: { home: /Nothing waits/ } },
    ],
    ['it is judged again', () => judge(desk, ferry, 1, 'disputed'), { ada: { head: /Claims 1 for second read/ } }],
    [
      'it is closed',
      async () => closeClaim(as('cleo'), ferry.id, { number: 1, revision: await revisionOf(1) }),
      {
        ada: { list: /Claims 1 of 1/, head: (said) => /Claims 1 done/.test(said) && !/key claim open/.test(said) },
        cleo: { home: /Nothing waits/ },
      },
    ],
    [
      'it is opened again',
      () => reopenClaim(as('ben'), ferry.id, { number: 1, reason: 'New figures.' }),
      { ada: { list: /Claims 0 of 1/, head: /Claims 1 in work.*/ }, ben: { home: /One claim waits/ } },
    ],
    [
      'it is dropped',
      () => withdrawClaim(as('ben'), ferry.id, { number: 1, reason: 'cut' }),
      {
        ada: {
          list: /Unassigned .*Left to read 6 Claims none yet/,
          head: /Left to read 6 sentences Claims none marked/,
        },
        ben: { home: /Nothing waits/ },
      },
    ],
    [
      'it is brought back',
      () => restoreClaim(as('ben'), ferry.id, 1),
      { ada: { list: /Left to read 5 Claims 0 of 1/ } },
    ],
    [
      'another is marked and plainly right',
      async () => {
        await mark(desk, ferry, 5, '190 people');
        await judge(desk, ferry, 2, 'ok');
      },
      {
        ada: { list: /1 for second read .*Left to read 4 Claims 0 of 2/, head: /1 for second read · 1 in work/ },
        cleo: { home: /One claim waits/ },
      },
    ],
    [
      'it is initialled in the list',
      async () => closeClaimsTogether(as('cleo'), ferry.id, [{ number: 2, revision: await revisionOf(2) }]),
      { ada: { list: /Claims 1 of 2/, head: /1 done · 1 in work/ } },
    ],
    [
      'a paragraph is given to somebody',
      () => assignParagraphs(as('ada'), ferry.id, { paragraphs: [2], assignee_id: desk.persons.cleo.id }),
      { ada: { list: /Claims 1 of 2/ } },
    ],
    [
      'a fix is asked for',
      () => askFix(as('ben'), ferry.id, { old_words: 'ran aground', new_words: 'struck a reef', reason: '' }),
      {
        ada: { head: /1 fix not in/, home: /1 fix to decide/ },
        ben: { home: not(/to decide/) },
        dina: { head: /1 fix not in/, home: not(/to decide/) },
      },
    ],
    [
      'it is agreed to',
      async () => decideFix(as('ada'), ferry.id, { fix_id: (await fixes())[0]?.id ?? '', decision: 'agreed' }),
      { ada: { head: /1 fix not in/, home: not(/to decide/) } },
    ],
    [
      'a query is asked',
      () => askQuery(as('ben'), ferry.id, { number: 1, to_whom: 'editor', question: 'Do we run it?' }),
      { ada: { head: /1 query open/, home: /1 query to answer/ }, dina: { head: not(/query/), home: not(/query/) } },
    ],
    [
      'it is answered',
      async () =>
        answerQuery(as('ada'), ferry.id, {
          ...{ query_id: (await queries())[0]?.id ?? '', answer: 'We do.', answered_by: 'editor', name: 'Ada Lind' },
          how: 'page',
        }),
      { ada: { head: not(/query/), home: not(/query/) } },
    ],
    [
      'it is asked again',
      async () => {
        const query = (await queries())[0];
        const input = { query_id: query?.id ?? '', question: 'Do we run it today?', revision: query?.revision ?? 0 };
        await askQueryAgain(as('ben'), ferry.id, input);
      },
      { ada: { head: /1 query open/, home: /1 query to answer/ } },
    ],
    [
      'it is dropped',
      async () => dropQuery(as('ben'), ferry.id, { query_id: (await queries())[0]?.id ?? '', reason: 'Seen.' }),
      { ada: { head: not(/query/), home: not(/query/) } },
    ],
    [
      'somebody is asked',
      () =>
        addContact(as('ben'), ferry.id, {
          ...{ name: 'Port Amel', how: 'call', at_words: '21:00', put: 'How many?', until_words: '23:30', answer: '' },
          claim_number: 1,
        }),
      {
        ada: { head: /1 reply awaited/, home: not(/Replies due/) },
        ben: { home: /Replies due today.*Port Amel/ },
        dina: { head: /1 reply awaited/ },
      },
    ],
    [
      'they answer',
      async () => {
        const { id, revision } = await contact();
        const asked = {
          name: 'Port Amel',
          how: 'call',
          at_words: '21:00',
          put: 'How many?',
          until_words: '23:30',
        } as const;
        await changeContact(as('ben'), ferry.id, {
          ...asked,
          answer: 'Seven.',
          claim_number: 1,
          contact_id: id,
          revision,
        });
      },
      { ada: { head: not(/reply awaited/) }, ben: { home: not(/Replies due/) } },
    ],
    [
      'it was no answer',
      async () => {
        const { id, revision } = await contact();
        const asked = {
          name: 'Port Amel',
          how: 'call',
          at_words: '21:00',
          put: 'How many?',
          until_words: '23:30',
        } as const;
        await changeContact(as('ben'), ferry.id, { ...asked, answer: '', claim_number: 1, contact_id: id, revision });
      },
      { ada: { head: /1 reply awaited/ }, ben: { home: /Replies due/ } },
    ],
    [
      'it is withdrawn',
      async () => withdrawContact(as('ben'), { article_id: ferry.id, contact_id: (await contact()).id }, 'twice'),
      { ada: { head: not(/reply awaited/) }, ben: { home: not(/Replies due/) } },
    ],
    [
      'it is brought back',
      async () => restoreContact(as('ben'), { article_id: ferry.id, contact_id: (await contact()).id }),
      { ada: { head: /1 reply awaited/ }, ben: { home: /Replies due/ } },
    ],
    [
      'a claim is held for Legal',
      () => holdClaim(as('ben'), ferry.id, { number: 1, reason: 'It accuses the captain.' }),
      {
        ada: { head: /1 claim held for Legal/ },
        frida: { home: /1 held claim/ },
        dina: { head: not(/Legal/), home: not(/Legal/) },
      },
    ],
    [
      'it is cleared',
      () => clearClaim(as('frida'), ferry.id, { number: 1, version: 1, holds: 1, line: '' }),
      { ada: { head: not(/held/) }, frida: { home: not(/held/) } },
    ],
    [
      'Legal has to see all of it',
      () => details({ needs_legal: true }),
      { ada: { head: /Legal has to see it/ }, frida: { home: /the latest version/ } },
    ],
    [
      'that is cleared',
      () => clearArticle(as('frida'), ferry.id, { version: 1, line: '' }),
      {
        ada: { head: /cleared by Legal for version 1/ },
        dina: { head: /cleared by Legal/ },
        frida: { home: not(/the latest version/) },
      },
    ],
    [
      'a new version has the fix, and other figures',
      () => revise(BODY.replace('ran aground', 'struck a reef').replace('seven passengers', 'nine passengers'), 1),
      {
        ada: {
          head: (said) => /1 to check again/.test(said) && !/fix not in/.test(said) && /Legal has to see it/.test(said),
        },
        frida: { home: /the latest version/ },
        cleo: { home: /to check again/ },
      },
    ],
    [
      'the next has lost the words of a claim',
      () => revise(BODY.replace('The company that owns the ship said that 190 people had bought tickets. ', ''), 2),
      { ada: { list: /1 without its words/, head: /1 without its words/ } },
    ],
    [
      'it is put on other words',
      async () =>
        placeClaim(as('ben'), ferry.id, {
          ...{ number: 2, revision: await revisionOf(2) },
          words: 'a cold morning',
        }),
      { ada: { head: not(/without its words/) } },
    ],
    [
      'it is checked in another way',
      async () => {
        const other = (await listProfiles(desk.db, [desk.desks.foreign.id])).find(({ name }) => /breaking/i.test(name));
        await details({ profile_id: other?.id, title: 'The ferry of Port Amel' });
      },
      { ada: { list: /The ferry of Port Amel/, head: /profile Breaking/i } },
    ],
    [
      'somebody has another name',
      () => changePreferences(as('ben'), { display_name: 'Benjamin O.', theme: 'system', letter_keys: true }),
      { ada: { list: /Benjamin/ } },
    ],
    [
      'somebody has another role',
      () => changeMemberRole(as('ada'), 'foreign-desk', { number: desk.persons.ben.number, role: 'guest' }),
      { ben: { home: /Nothing waits/, list: /of 2/ } },
    ],
    [
      'and the old one again',
      () => changeMemberRole(as('ada'), 'foreign-desk', { number: desk.persons.ben.number, role: 'reviewer' }),
      { ben: { home: /waits? for you/ } },
    ],
  ];

  for (const [name, change, said] of CHANGES)
    test(`${name}, and everybody reads so at once`, async () => {
      await change();
      for (const [who, expected] of Object.entries(said)) {
        const places = Object.keys(expected) as (keyof Seen)[];
        const seen = await seenBy(visitors.get(who as PersonName) as Visitor, ferry.path, places);
        for (const [where, words] of Object.entries(expected)) {
          const here = seen[where as keyof Seen];
          assert.ok(words instanceof RegExp ? words.test(here) : words(here), `${who} reads in ${where}: ${here}`);
        }
      }
      assert.ok(await assertStoredIsRight(desk.db, ferry.number), 'nothing is stored');
      await assertSortedByDue(desk.db);
    });

  const latestVersion = () =>
    desk.db
      .selectFrom('version')
      .select('id')
      .where('article_id', '=', ferry.id)
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow();

  engine.rule('where every sentence is read, lists say what is left over, as the head does', async () => {
    const [ada, count] = [visitors.get('ada') as Visitor, 6];
    await tickWords(as('cleo'), ferry.id, { selection: { sentence: 3, words: 'Lena Orsk' }, note: '' });
    for (let sentence = 1; sentence < count; sentence += 1)
      if (sentence > 1 && sentence !== 3) await initialSentences(as('cleo'), ferry.id, { selection: { sentence } });
    // A number in dispute is not initialled away.
    await tickWords(as('cleo'), ferry.id, { selection: { sentence: 1, words: '240' }, note: '' });
    const { list, head } = await seenBy(ada, ferry.path);
    const [, left] = /Left to read (\d+) \D+ Claims/.exec(head) ?? [];
    assert.ok(left !== undefined && list.includes(`Left to read ${left} `), `${head}; ${list}`);
    assert.ok(await assertStoredIsRight(desk.db, ferry.number));
  });

  test('what another reading or another way of counting stored is counted anew', async () => {
    const before = await seenBy(visitors.get('ada') as Visitor, ferry.path);
    for (const old of [{ reading_version: 0 }, { counted_as: 0 }]) {
      const { counts } = await desk.db.selectFrom('article_progress').select('counts').executeTakeFirstOrThrow();
      const wrong = JSON.stringify({
        ...JSON.parse(counts),
        leftovers: 900,
        ...('counted_as' in old ? { unread: 900 } : {}),
      });
      await desk.db
        .updateTable('article_progress')
        .set({ ...old, counts: wrong })
        .execute();
      assert.deepEqual(await seenBy(visitors.get('ada') as Visitor, ferry.path), before);
    }
  });

  engine.rule('whoever leaves the desk sees nothing of it, and whoever comes sees all', async () => {
    await removeMember(as('ada'), 'foreign-desk', desk.persons.ben.number);
    const ben = visitors.get('ben') as Visitor;
    await ben.visit('/');
    assert.ok(!ben.text().includes('ferry'), ben.text());
    await addMember(as('ada'), 'foreign-desk', { email: 'emil@newsroom.example', role: 'reviewer' });
    const emil = await desk.visitor('emil');
    await emil.visit('/articles');
    assert.match(emil.text(), /The ferry of Port Amel/);
  });

  engine.rule('words that are erased are said to be', async () => {
    await eraseArticle(as('ada'), ferry.id, { reason: 'A court wants it so.' });
    const ada = visitors.get('ada') as Visitor;
    await ada.visit('/articles');
    assert.match(ada.text(), /words erased/);
    assert.ok(await assertStoredIsRight(desk.db, ferry.number));
  });
});
