// A draft is made once for each state of the article, and says all the same when it was asked for.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { markAccused } from '#src/contacts/accused/commands.ts';
import { addContact } from '#src/contacts/contacts/commands.ts';
import type { NewsroomDesk } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { HALF_CHECKED, type HalfChecked } from './half-checked.ts';

interface Draft {
  as_of: { at: string; words: string };
  accused: { name: string; reply: string }[];
  findings: unknown[];
}

let desk: NewsroomDesk & HalfChecked;
let ben: Visitor;
before(async () => {
  desk = await HALF_CHECKED.start();
  const ctx = desk.ctxOf('ben');
  const { id } = desk;
  await markAccused(ctx, id, { name: 'Ada Marr', role: '', accusation: 'led the raid', claim_number: 4 });
  const asked = {
    name: 'Ada Marr',
    how: 'call' as const,
    at_words: '20:20',
    put: 'Did you?',
    until_words: '22:10',
    answer: '',
  };
  await addContact(ctx, id, { ...asked, claim_number: 4 });
  ben = await desk.visitor('ben');
});
after(() => desk.close());

async function draft(): Promise<Draft> {
  return (await ben.visit('/articles/1/report.json')).json() as Draft;
}

const replyOf = ({ accused }: Draft) => accused.find(({ name }) => name === 'Ada Marr')?.reply;

test('it tells the minute in which it was asked for, though nothing has changed since the last', async () => {
  const first = await draft();
  desk.wait(7);
  const later = await draft();
  assert.deepEqual([first.as_of.at, later.as_of.at], ['2026-03-14T16:00:00.000Z', '2026-03-14T16:07:00.000Z']);
  assert.notEqual(first.as_of.words, later.as_of.words);
  assert.deepEqual({ ...later, as_of: null }, { ...first, as_of: null });
});

test('an answer that was waited for is overdue in it as soon as its time is over', async () => {
  assert.equal(replyOf(await draft()), 'waiting');
  desk.at = '2026-03-14T17:41:00.000Z';
  assert.equal(replyOf(await draft()), 'overdue');
});
