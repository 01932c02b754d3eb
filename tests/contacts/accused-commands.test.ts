// Replies as verbs: who is accused, what they were asked, why not, and where the copy has it.
import assert from 'node:assert/strict';
import { before, beforeEach, describe, test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { verifyLog } from '#src/audit/verify.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import {
  changeAccused,
  explainNoOffer,
  restoreAccused,
  sayWhereReplyStands,
  withdrawAccused,
} from '#src/contacts/accused/change-commands.ts';
import { markAccused } from '#src/contacts/accused/commands.ts';
import { dismissAccused, restoreProposed } from '#src/contacts/accused/dismissal-commands.ts';
import { proposedAccused } from '#src/contacts/accused/proposed-accused.ts';
import { getAccused, listAccused } from '#src/contacts/accused/store.ts';
import { accusedCard } from '#src/contacts/cards-view.ts';
import { changeContact, restoreContact, withdrawContact } from '#src/contacts/contacts/change-commands.ts';
import { addContact } from '#src/contacts/contacts/commands.ts';
import { listContacts } from '#src/contacts/contacts/store.ts';
import { gatherContacts } from '#src/contacts/gather-contacts.ts';
import { Forbidden, NotFound, RuleBroken, StaleEdit } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { eventsOf } from '#tests/evidence/support.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type Newsroom, openNewsroom, type PersonName } from '#tests/support/newsroom.ts';
import { ACCUSING, takeBribesIn } from './accused-support.ts';

const NOBODY = { role: '', accusation: '', claim_number: null };
const COPY = { copy_sentence: null, copy_words: '', copy_reason: '' };

onEachEngine((engine) => {
  describe('replies to accusations', () => {
    let newsroom: Newsroom;
    let id: string;
    before(async () => {
      newsroom = await openNewsroom(engine);
    });
    beforeEach(async () => {
      id = await takeBribesIn(newsroom);
    });

    const ctx = (name: PersonName = 'ben', at?: string) => newsroom.ctxOf(name, at);
    const mark = (name: string, more: object = {}) => markAccused(ctx(), id, { ...NOBODY, name, ...more });
    const place = (accused: number | string = 1) => ({ article_id: id, accused });

    async function proposedNow(): Promise<string[]> {
      const { accusations, accused, dismissed } = await gatherContacts(ctx(), await getArticle(ctx(), id));
      const settled = {
        accused: new Set(accused.filter((one) => one.withdrawn_at === null).map((one) => one.party_id)),
        dismissed: new Set(dismissed.map((one) => one.name_key)),
      };
      return proposedAccused(accusations, settled).map(({ name }) => name);
    }

    async function cardNow(at?: string) {
      const material = await gatherContacts(ctx('ben', at), await getArticle(ctx(), id));
      return accusedCard(await getAccused(newsroom.db, material.article.id, 1), material);
    }

    async function counted(work: () => Promise<unknown>): Promise<Record<string, number>> {
      const earlier = await eventsOf(newsroom.db, 'accused', 'contact');
      await work();
      const later = await eventsOf(newsroom.db, 'accused', 'contact');
      return Object.fromEntries(
        Object.entries(later)
          .map(([verb, count]) => [verb, count - (earlier[verb] ?? 0)] as const)
          .filter(([, count]) => count > 0),
      );
    }

    engine.rule(
      'names beside an accusation are proposed, but not whoever makes it; taken or dismissed they are not',
      async () => {
        assert.deepEqual(await proposedNow(), ['Korrin Freight', 'Sela Vantor']);
        await mark('Korrin Freight', { claim_number: 1 });
        await dismissAccused(ctx(), id, 'sela vantor');
        assert.deepEqual(await proposedNow(), []);
        const again = await counted(() => dismissAccused(ctx(), id, 'Sela  Vantor'));
        assert.deepEqual(again, {}, 'a repeat is harmless');
        await restoreProposed(ctx(), id, 'Sela Vantor');
        assert.deepEqual(await counted(() => restoreProposed(ctx(), id, 'Sela Vantor')), {});
        assert.deepEqual(await proposedNow(), ['Sela Vantor']);
      },
    );

    test('a name is put among the accused once, by two people at once too, and has a claim of its own', async () => {
      const events = await counted(async () => {
        const both = [ctx('ben'), ctx('cleo')].map((one) =>
          markAccused(one, id, { ...NOBODY, name: 'Korrin Freight', claim_number: 1 }),
        );
        const made = await Promise.all(both);
        assert.deepEqual(made.map((one) => one.number).sort(), [1, 1]);
      });
      assert.deepEqual(events, { 'accused.marked': 1 });
      assert.deepEqual((await cardNow()).claims, [1]);
      await assert.rejects(mark(' '), (error) => error instanceof RuleBroken && error.field === 'name');
      await assert.rejects(mark('X', { claim_number: 99 }), (error) => error instanceof RuleBroken);
    });

    test('whoever speaks for the accused is asked on their behalf; the reply runs from awaited to late to given', async () => {
      await mark('Korrin Freight', { claim_number: 1 });
      assert.deepEqual((await cardNow()).missing, ['a reply offered, or why not']);
      const asked = { how: 'message', at_words: '20:20', put: 'Did you pay him?', until_words: '21:00' } as const;
      await addContact(ctx(), id, { ...asked, name: 'Ilse Brandt', body: 'Korrin Freight', claim_number: 1 });
      const waiting = await cardNow();
      assert.equal(waiting.reply.state, 'waiting');
      assert.deepEqual(waiting.contacts[0]?.until, { words: '21:00', at: '2026-03-14T16:30:00.000Z', is_past: false });
      assert.deepEqual(waiting.missing, ['where the copy carries it']);
      const late = '2026-03-14T16:45:00.000Z';
      assert.equal((await cardNow(late)).reply.state, 'overdue');
      const [contact] = await listContacts(newsroom.db, await articleId(), 'editor');
      assert.ok(contact);
      const change = { ...asked, name: 'Ilse Brandt', body: 'Korrin Freight', claim_number: 1, contact_id: contact.id };
      await changeContact(ctx('ben', late), id, { ...change, answer: 'Never.', revision: contact.revision });
      const given = await cardNow(late);
      assert.equal(given.reply.state, 'answered');
      assert.equal(given.contacts[0]?.answer_at, '21:15');
      assert.equal(given.contacts[0]?.until?.words, '21:00', 'the deadline stays what it was');
    });

    async function articleId(): Promise<string> {
      return (await getArticle(ctx(), id)).id;
    }

    engine.rule('a call that was noted before belongs to the accused as soon as it is one', async () => {
      await addEvidence(ctx(), id, { number: 1, source_line: 'call Korrin Freight 15:40: we pay what everybody pays' });
      const [call] = await listContacts(newsroom.db, await articleId(), 'editor');
      assert.deepEqual([call?.party_id, call?.at, call?.outcome], [null, '2026-03-14T11:10:00.000Z', 'answered']);
      await mark('Korrin Freight');
      assert.equal((await cardNow()).reply.state, 'answered');
      await addContact(ctx(), id, { name: 'Korrin Freight', party: 'none', how: 'call', claim_number: null });
      assert.equal((await cardNow()).contacts.length, 1, 'said to be nobody of the article');
      const party = 'not-a-party';
      await assert.rejects(addContact(ctx(), id, { name: 'X', party, how: 'call', claim_number: null }), RuleBroken);
    });

    engine.rule('an answer wants its words; declined and out of reach do not', async () => {
      const asked = { name: 'Korrin Freight', how: 'call', claim_number: null } as const;
      await assert.rejects(
        addContact(ctx(), id, { ...asked, outcome: 'answered' }),
        (error) => error instanceof RuleBroken && error.field === 'answer',
      );
      await mark('Korrin Freight');
      for (const outcome of ['unreachable', 'no_answer', 'declined'] as const) {
        await addContact(ctx(), id, { ...asked, put: outcome, outcome });
        assert.equal((await cardNow()).reply.state, outcome);
      }
    });

    test('why no reply was offered stands until it is taken back', async () => {
      await mark('Korrin Freight');
      const reason = { not_offered_reason: 'Under arrest, without a lawyer.', revision: 1 };
      await explainNoOffer(ctx(), place(), reason);
      assert.deepEqual([(await cardNow()).reply.state, (await cardNow()).missing], ['not_offered', []]);
      assert.deepEqual(await counted(() => explainNoOffer(ctx('cleo'), place(), reason)), {}, 'a repeat is harmless');
      await assert.rejects(
        explainNoOffer(ctx('cleo'), place(), { ...reason, not_offered_reason: 'Other.' }),
        StaleEdit,
      );
      await explainNoOffer(ctx(), place(), { not_offered_reason: '', revision: 2 });
      assert.equal((await cardNow()).reply.state, 'none');
    });

    test('where the copy carries it is words of the copy; a new version that drops them says so', async () => {
      await mark('Korrin Freight');
      await addContact(ctx(), id, {
        name: 'Korrin Freight',
        how: 'call',
        put: 'Did you?',
        answer: 'No.',
        claim_number: 1,
      });
      const words = 'paid "what everybody pays"';
      await assert.rejects(
        sayWhereReplyStands(ctx(), place(), { ...COPY, copy_shows: 'yes', copy_words: 'paid nothing', revision: 1 }),
        (error) => error instanceof RuleBroken && error.field === 'copy_words',
      );
      await sayWhereReplyStands(ctx(), place(), { ...COPY, copy_shows: 'yes', copy_words: words, revision: 1 });
      assert.deepEqual([(await cardNow()).copy.sentence, (await cardNow()).missing], [4, []]);
      const body = ACCUSING.replace('The company said it had paid “what everybody pays”. ', '');
      await reviseArticle(ctx(), id, { headline: 'Paper trail on the quay', body, version: 1, on_revised: [] });
      const { copy, missing } = await cardNow();
      assert.equal(copy.state, 'gone');
      assert.match(copy.words, /Version 2 no longer has the words that carried it in version 1/);
      assert.deepEqual(missing, ['the words in the copy, which are gone']);
      await sayWhereReplyStands(ctx(), place(), {
        ...COPY,
        copy_shows: 'no',
        copy_reason: 'Cut for length.',
        revision: 2,
      });
      assert.equal((await cardNow()).copy.state, 'left_out');
    });

    engine.rule(
      'a contact and an accused are withdrawn with a reason and brought back; what is withdrawn is not changed',
      async () => {
        await mark('Korrin Freight');
        const { id: contact_id } = await addContact(ctx(), id, {
          name: 'Korrin Freight',
          how: 'call',
          claim_number: null,
        });
        const at = { article_id: id, contact_id };
        await assert.rejects(withdrawContact(ctx(), at, ' '), RuleBroken);
        await withdrawContact(ctx(), at, 'The wrong firm.');
        assert.deepEqual(await counted(() => withdrawContact(ctx('cleo'), at, 'Again.')), {});
        assert.equal((await cardNow()).reply.state, 'none');
        const change = { ...at, name: 'X', how: 'call', claim_number: null, revision: 2 } as const;
        await assert.rejects(changeContact(ctx(), id, change), RuleBroken);
        await restoreContact(ctx(), at);
        assert.deepEqual(await counted(() => restoreContact(ctx(), at)), {});
        assert.equal((await cardNow()).contacts.length, 1);

        await withdrawAccused(ctx(), place(), 'Cleared.');
        assert.deepEqual(await counted(() => withdrawAccused(ctx(), place(), 'Twice.')), {});
        await assert.rejects(
          changeAccused(ctx(), place(), { accusation: 'x', claim_number: null, revision: 2 }),
          RuleBroken,
        );
        await restoreAccused(ctx(), place());
        assert.deepEqual(await counted(() => restoreAccused(ctx(), place())), {});
        await withdrawAccused(ctx(), place(), 'Cleared.');
        assert.deepEqual(
          await mark('korrin freight'),
          { number: 1, is_new: true },
          'the same name is the same accused',
        );
      },
    );

    test('two who change a contact at once see both texts', async () => {
      const { id: contact_id } = await addContact(ctx(), id, { name: 'Sela Vantor', how: 'call', claim_number: null });
      const asked = { contact_id, name: 'Sela Vantor', how: 'call', claim_number: null, revision: 1 } as const;
      await changeContact(ctx(), id, { ...asked, until_words: '21:00' });
      await assert.rejects(
        changeContact(ctx('cleo'), id, { ...asked, until_words: '22:00' }),
        (error) => error instanceof StaleEdit && error.theirs.until_words === '21:00' && !('until' in error.theirs),
      );
    });

    engine.rule('guests are refused and other desks find nothing; the log verifies', async () => {
      await mark('Korrin Freight');
      const { id: contact_id } = await addContact(ctx(), id, { name: 'X', how: 'call', claim_number: null });
      const copy = { ...COPY, copy_shows: '', revision: 1 } as const;
      const at = { article_id: id, contact_id };
      const verbs: ((name: PersonName) => Promise<unknown>)[] = [
        (name) => markAccused(ctx(name), id, { ...NOBODY, name: 'Y' }),
        (name) => changeAccused(ctx(name), place(), { accusation: 'x', claim_number: null, revision: 1 }),
        (name) => explainNoOffer(ctx(name), place(), { not_offered_reason: 'x', revision: 1 }),
        (name) => sayWhereReplyStands(ctx(name), place(), copy),
        (name) => withdrawAccused(ctx(name), place(), 'x'),
        (name) => restoreAccused(ctx(name), place()),
        (name) => dismissAccused(ctx(name), id, 'Y'),
        (name) => restoreProposed(ctx(name), id, 'Y'),
        (name) => withdrawContact(ctx(name), at, 'x'),
        (name) => restoreContact(ctx(name), at),
      ];
      const events = await counted(async () => {
        for (const verb of verbs) {
          await assert.rejects(verb('dina'), Forbidden);
          await assert.rejects(verb('emil'), NotFound);
        }
      });
      assert.deepEqual(events, {});
      await assert.rejects(restoreAccused(ctx(), place(99)), NotFound);
      await assert.rejects(restoreAccused(ctx(), place('x')), NotFound);
      assert.equal((await listAccused(newsroom.db, await articleId())).length, 1);
      assert.deepEqual(
        (await verifyLog(newsroom.db)).flatMap((chain) => chain.faults),
        [],
      );
    });
  });
});
