// What an article has after it ran: complaints about it and corrections of it.
import { itemAt } from '#src/item-at.ts';
import { noteComplaint } from '#src/reports/complaints/commands.ts';
import { makeCorrection } from '#src/reports/complaints/correction-commands.ts';
import { decideComplaint } from '#src/reports/complaints/decide-commands.ts';
import { notePublicationOf } from '#src/reports/handed-out/commands.ts';
import { listPublications } from '#src/reports/handed-out/store.ts';
import type { At, Stocked } from './stocked-things.ts';

export async function stockComplaints({ id, staff: { checker, editor }, is_larger }: At): Promise<Stocked> {
  const complaint = {
    reach: '',
    received_at: '2026-03-01T08:42',
    claim_number: undefined,
    words: '',
    decider: undefined,
  };
  const correction = { kind: 'corrected', right_words: 'thirty-nine', sentence: '', claim_number: undefined } as const;
  const says = ['It was not we.', 'Not we.', ...(is_larger ? ['And not she.'] : [])];
  for (const one of says) await noteComplaint(checker, id, { ...complaint, complainant: 'The port', says: one });
  const decision = { outcome: 'corrected', decision_line: 'The log of the port says so.', revision: 1 } as const;
  await decideComplaint(editor, { article_id: id, number: 2 }, decision);
  const wrong = ['forty', ...(is_larger ? ['forty-one'] : [])];
  for (const was_words of wrong) await makeCorrection(editor, id, { ...correction, was_words });
  const places = { 'complaints/:complaint': is_larger ? '3' : '1', 'corrections/:correction': is_larger ? '2' : '1' };
  return { places, others: { 'complaints/:complaint': '2' } };
}

/** To whom the first report was sent; gives back the id of the last line of the list. */
export async function stockPublications({ id, staff: { editor }, is_larger }: At): Promise<string> {
  const sent = { audience: 'public', how: 'mail', sent_at: '2026-03-01T18:05' } as const;
  for (const to_whom of ['The port', ...(is_larger ? ['The ministry'] : [])])
    await notePublicationOf(editor, { article_id: id, number: 1 }, { ...sent, to_whom });
  return itemAt(await listPublications(editor.db, id), 0).id;
}
