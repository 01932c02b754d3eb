// The next morning: a complaint comes, an editor decides, and the article is corrected.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { Forbidden, NotFound, RuleBroken, StaleEdit } from '#src/errors.ts';
import { changeComplaint, noteComplaint } from '#src/reports/complaints/commands.ts';
import type { ComplaintTyped, CorrectionTyped } from '#src/reports/complaints/complaint.ts';
import {
  changeCorrection,
  makeCorrection,
  notePublication,
  withdrawCorrection,
} from '#src/reports/complaints/correction-commands.ts';
import { getCorrection, listCorrections } from '#src/reports/complaints/correction-store.ts';
import { answerComplaint, decideComplaint, settleComplaint } from '#src/reports/complaints/decide-commands.ts';
import { getComplaint, listComplaints } from '#src/reports/complaints/store.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type Newsroom, openNewsroom } from '#tests/support/newsroom.ts';
import { eventsOn, strikeAt } from '../../reviews/support.ts';

const COMPLAINT: ComplaintTyped = {
  complainant: 'Dockers’ union, press office',
  reach: 'press@union.example',
  received_at: '2026-03-14T08:42',
  claim_number: 1,
  words: 'Five hundred dockers',
  says: 'We were seven hundred, and we counted.',
  decider: undefined,
};
const CORRECTION: CorrectionTyped = {
  kind: 'corrected',
  was_words: 'Five hundred dockers',
  right_words: 'Seven hundred dockers',
  sentence: '',
  claim_number: 1,
};

onEachEngine((engine) => {
  let newsroom: Newsroom;
  let id: string;
  before(async () => {
    newsroom = await openNewsroom(engine);
    ({ id } = await strikeAt(newsroom));
  });
  const broken = (field: string, words: RegExp) => (error: Error) =>
    error instanceof RuleBroken && error.field === field && words.test(error.message);
  const complaint = async (number: number) => getComplaint(newsroom.db, id, number);

  describe('a complaint', () => {
    engine.rule('is due at the end of the last day of the desk’s rule, and is noted once', async () => {
      const number = await noteComplaint(newsroom.ctxOf('ben'), id, COMPLAINT);
      assert.equal(await noteComplaint(newsroom.ctxOf('ben'), id, COMPLAINT), number);
      const { due_at, received_at, claim_number, id: complaint_id } = await complaint(number);
      // Kabul is four and a half hours ahead; the desk answers in fourteen days.
      assert.deepEqual([received_at, due_at], ['2026-03-14T04:12:00.000Z', '2026-03-28T19:29:59.999Z']);
      assert.equal(claim_number, 1);
      assert.deepEqual(await eventsOn(newsroom, `complaint:${complaint_id}`), ['complaint.noted']);
    });

    test('is another one where anything but a second press of the button brings it', async () => {
      const note = (typed: Partial<ComplaintTyped>) =>
        noteComplaint(newsroom.ctxOf('ben'), id, { ...COMPLAINT, says: 'It was a feast day.', ...typed });
      const first = await note({});
      assert.equal(await note({}), first);
      const others = [
        await note({ reach: 'the porter' }),
        await note({ claim_number: 2 }),
        await note({ received_at: '2026-03-14T08:43' }),
        await note({ decider: newsroom.persons.ada.number }),
      ];
      assert.deepEqual(others, [first + 1, first + 2, first + 3, first + 4]);
    });

    engine.rule(
      'is not one of tomorrow, of a day without a time, of a claim that is not, or for a reviewer to decide',
      async () => {
        const note = (typed: Partial<ComplaintTyped>) =>
          noteComplaint(newsroom.ctxOf('ben'), id, { ...COMPLAINT, says: 'Another thing.', ...typed });
        await assert.rejects(note({ received_at: '2026-04-14T08:42' }), broken('received_at', /future/));
        await assert.rejects(note({ received_at: '2026-03-14' }), broken('received_at', /a day and a time/));
        await assert.rejects(note({ claim_number: 99 }), broken('claim_number', /no claim 99/));
        const { number } = newsroom.persons.ben;
        await assert.rejects(note({ decider: number }), broken('decider', /an editor of the desk/));
        assert.equal((await listComplaints(newsroom.db, id, { limit: 99 })).length, 6);
      },
    );

    engine.rule('guests and other desks have nothing to do with it', async () => {
      await assert.rejects(noteComplaint(newsroom.ctxOf('dina'), id, COMPLAINT), Forbidden);
      await assert.rejects(noteComplaint(newsroom.ctxOf('emil'), id, COMPLAINT), NotFound);
    });

    test('is changed by whoever noted it wrong, and not over somebody else’s change', async () => {
      const at = { article_id: id, number: 1 };
      const change = (typed: Partial<ComplaintTyped>, revision: number) =>
        changeComplaint(newsroom.ctxOf('cleo'), at, { ...COMPLAINT, ...typed, revision });
      await change({ decider: newsroom.persons.ada.number }, 1);
      assert.equal((await complaint(1)).decider_name, 'Ada Lind');
      await assert.rejects(change({ says: 'They were more.' }, 1), StaleEdit);
    });

    engine.rule('is decided by an editor, with a reason, and again after Legal saw it', async () => {
      const at = { article_id: id, number: 1 };
      const { revision } = await complaint(1);
      const to_legal = { outcome: 'to_legal', decision_line: 'They speak of a lawsuit.', revision } as const;
      await assert.rejects(decideComplaint(newsroom.ctxOf('ben'), at, to_legal), Forbidden);
      await decideComplaint(newsroom.ctxOf('ada'), at, to_legal);
      const early = { answer: 'Legal looks at it.', revision: revision + 1 };
      await assert.rejects(answerComplaint(newsroom.ctxOf('ben'), at, early), broken('answer', /decides on/));
      const corrected = { outcome: 'corrected', decision_line: 'Their list has 700 names.', revision } as const;
      await assert.rejects(decideComplaint(newsroom.ctxOf('ada'), at, corrected), StaleEdit);
      await decideComplaint(newsroom.ctxOf('ada'), at, { ...corrected, revision: revision + 1 });
      const { outcome, id: complaint_id } = await complaint(1);
      assert.equal(outcome, 'corrected');
      assert.deepEqual((await eventsOn(newsroom, `complaint:${complaint_id}`)).slice(-2), [
        'complaint.decided',
        'complaint.decided',
      ]);
    });

    engine.rule('is answered when it is decided, not before', async () => {
      const later = await noteComplaint(newsroom.ctxOf('ben'), id, { ...COMPLAINT, says: 'And it was not Monday.' });
      const answer = (number: number, revision: number) =>
        answerComplaint(newsroom.ctxOf('ben'), { article_id: id, number }, { answer: 'You are right.', revision });
      await assert.rejects(answer(later, 1), broken('answer', /decides on the complaint first/));
      const { revision } = await complaint(1);
      await answer(1, revision);
      assert.equal((await complaint(1)).answered_by_name, 'Ben Okafor');
    });

    engine.rule('is to be answered once more where it is decided otherwise', async () => {
      const { revision } = await complaint(1);
      const stands = { outcome: 'stands', decision_line: 'The list had names twice.', revision } as const;
      await decideComplaint(newsroom.ctxOf('ada'), { article_id: id, number: 1 }, stands);
      const { answer, answered_at } = await complaint(1);
      assert.deepEqual([answer, answered_at], ['', null]);
    });
  });

  describe('a correction', () => {
    engine.rule('says what was wrong and what is right, in a sentence that is ready', async () => {
      const made = await makeCorrection(newsroom.ctxOf('ada'), id, { ...CORRECTION, complaint: 1 });
      assert.equal(await makeCorrection(newsroom.ctxOf('ada'), id, CORRECTION), made);
      const correction = await getCorrection(newsroom.db, id, made);
      assert.equal(correction.complaint_number, 1);
      assert.equal(
        correction.sentence,
        'Correction, 14 March 2026: An earlier version of this article said “Five hundred dockers”. That was wrong. It now says “Seven hundred dockers”.',
      );
    });

    engine.rule('is another one with another sentence or of another claim', async () => {
      const make = (typed: Partial<CorrectionTyped>) =>
        makeCorrection(newsroom.ctxOf('ada'), id, { ...CORRECTION, was_words: 'on a Monday', ...typed });
      const first = await make({});
      assert.equal(await make({}), first);
      assert.equal(await make({ claim_number: 2 }), first + 1);
      assert.equal(await make({ sentence: 'Correction: it was a Tuesday.' }), first + 2);
      for (const number of [first, first + 1, first + 2])
        await withdrawCorrection(newsroom.ctxOf('ada'), { article_id: id, number }, { withdrawal_reason: 'a trial' });
    });

    engine.rule('settles the complaints that led to it, a second one in the same words, too', async () => {
      const [ada, ben] = [newsroom.ctxOf('ada'), newsroom.ctxOf('ben')];
      const second = await noteComplaint(ben, id, { ...COMPLAINT, complainant: 'A docker' });
      const correction_of = async (number: number) => (await complaint(number)).correction_number;
      assert.deepEqual([await correction_of(1), await correction_of(second)], [1, null]);
      await assert.rejects(settleComplaint(ben, { article_id: id, number: second }, { correction: 1 }), Forbidden);
      await assert.rejects(settleComplaint(ada, { article_id: id, number: second }, { correction: 2 }), /withdrawn/);
      await assert.rejects(settleComplaint(ada, { article_id: id, number: second }, { correction: 99 }), NotFound);
      const at = { article_id: id, number: second };
      await assert.rejects(settleComplaint(ada, at, { correction: 1 }), /Decide first/);
      const decided = async (outcome: 'corrected' | 'stands') =>
        decideComplaint(ada, at, { outcome, decision_line: '', revision: (await complaint(second)).revision });
      await decided('corrected');
      for (const _ of ['pressed', 'again']) await settleComplaint(ada, at, { correction: 1 });
      assert.equal(await correction_of(second), 1);
      const third = await noteComplaint(ben, id, { ...COMPLAINT, complainant: 'Another docker' });
      assert.equal(await makeCorrection(ada, id, { ...CORRECTION, complaint: third }), 1, 'as it stands already');
      assert.equal(await correction_of(third), 1);
      const { id: second_id } = await complaint(second);
      assert.deepEqual(await eventsOn(newsroom, `complaint:${second_id}`), [
        'complaint.noted',
        'complaint.decided',
        'complaint.settled',
      ]);
      await decided('stands');
      assert.equal(await correction_of(second), null, 'what settled the decision before does not settle this one');
    });

    engine.rule('is an editor’s, and wants the right words unless they were removed', async () => {
      const make = (name: 'ada' | 'ben', typed: Partial<CorrectionTyped>) =>
        makeCorrection(newsroom.ctxOf(name), id, { ...CORRECTION, was_words: 'on Monday', ...typed });
      await assert.rejects(make('ben', {}), Forbidden);
      await assert.rejects(make('ada', { right_words: '' }), broken('right_words', /Write what is right/));
      await assert.rejects(make('ada', { kind: 'removed' }), broken('right_words', /leave this empty/));
      const number = await make('ada', { kind: 'removed', right_words: '' });
      assert.match((await getCorrection(newsroom.db, id, number)).sentence, /These words have been removed\.$/);
    });

    engine.rule('is noted as published, changed in its words, and withdrawn on record', async () => {
      const at = { article_id: id, number: 1 };
      const ada = newsroom.ctxOf('ada');
      await notePublication(ada, at, { since_at: '2026-03-14T11:12', revision: 1 });
      assert.equal((await getCorrection(newsroom.db, id, 1)).since_at, '2026-03-14T06:42:00.000Z');
      const change = { ...CORRECTION, right_words: 'About seven hundred dockers' };
      await assert.rejects(changeCorrection(ada, at, { ...change, revision: 1 }), StaleEdit);
      await changeCorrection(ada, at, { ...change, revision: 2 });
      await withdrawCorrection(ada, at, { withdrawal_reason: 'The list had names twice.' });
      await withdrawCorrection(ada, at, { withdrawal_reason: 'Once more.' });
      const withdrawn = await getCorrection(newsroom.db, id, 1);
      assert.equal(withdrawn.withdrawal_reason, 'The list had names twice.');
      await assert.rejects(changeCorrection(ada, at, { ...change, revision: 4 }), /is withdrawn/);
      assert.deepEqual(await eventsOn(newsroom, `correction:${withdrawn.id}`), [
        ...['correction.made', 'correction.published', 'correction.changed', 'correction.withdrawn'],
      ]);
      assert.equal((await complaint(1)).correction_number, null, 'nothing settles it any more');
      assert.equal((await listCorrections(newsroom.db, id)).length, 5);
    });
  });
});
