// What was typed of a contact, as columns: for whom they speak, the times meant, what came of it. Pure.
import { RuleBroken } from '#src/errors.ts';
import { cleanLine, cleanText } from '#src/text-fields.ts';
import type { ContactTable } from '../tables.ts';
import { momentAwaited, momentDone } from '../times/moment.ts';
import { outcomeOf } from './contact.ts';
import { partyNamed } from './party-named.ts';

export type ContactFields = Pick<
  ContactTable,
  | 'party_id'
  | 'name'
  | 'body'
  | 'how'
  | 'at_words'
  | 'at'
  | 'put'
  | 'until_words'
  | 'until'
  | 'outcome'
  | 'answer'
  | 'answer_at_words'
  | 'answer_at'
>;

/** Only who was asked, and how, is wanted; the rest may be left. */
export interface ContactTyped extends Pick<ContactTable, 'name' | 'how'> {
  at_words?: string;
  put?: string;
  until_words?: string;
  answer?: string;
  body?: string;
  /** The id of a party of the article, 'none', or '' for the one that name and organisation mean. */
  party?: string;
  outcome?: ContactTable['outcome'];
  answer_at_words?: string;
}

export interface ContactInput extends ContactTyped {
  /** The number of the claim it is about, or null for the article as a whole. */
  claim_number: number | null;
}

export type KnownContact = Pick<
  ContactTable,
  'at_words' | 'at' | 'until_words' | 'until' | 'outcome' | 'answer_at_words' | 'answer_at' | 'created_at'
>;

interface Surroundings {
  now: string;
  time_zone: string;
  parties: readonly { id: string; name: string }[];
  /** The contact that is changed: words that stay keep the moment they had. */
  known?: KnownContact | undefined;
}

/** RuleBroken without a name (field `name`), for a party of another article (`party`), and for an answer without words (`answer`). */
export function fieldsOfContact(typed: ContactTyped, around: Surroundings): ContactFields {
  const name = cleanLine(typed.name);
  if (name === '') throw new RuleBroken('Say whom the desk asked: a name, an office, a role.', 'name');
  const body = cleanLine(typed.body ?? '');
  const asked = askedAt(typed, around);
  return {
    party_id: partyOf({ name, body, party: typed.party ?? '' }, around),
    name,
    body,
    how: typed.how,
    ...asked,
    put: cleanText(typed.put ?? ''),
    ...answered(typed, { ...around, asked_at: asked.at }),
  };
}

function partyOf(
  { name, body, party }: { name: string; body: string; party: string },
  { parties }: Surroundings,
): string | null {
  if (party === 'none') return null;
  if (party === '') return partyNamed([name, body], parties)?.id ?? null;
  if (!parties.some((one) => one.id === party)) throw new RuleBroken('Choose one of those offered.', 'party');
  return party;
}

function askedAt(
  typed: ContactTyped,
  { now, time_zone, known }: Surroundings,
): Pick<ContactFields, 'at_words' | 'at' | 'until_words' | 'until'> {
  const at_words = cleanLine(typed.at_words ?? '');
  const until_words = cleanLine(typed.until_words ?? '');
  const at = known?.at_words === at_words ? known.at : momentDone(at_words, { now, time_zone });
  const from = at ?? known?.created_at ?? now;
  const until = known?.until_words === until_words ? known.until : momentAwaited(until_words, { now, time_zone, from });
  return { at_words, at, until_words, until };
}

/** When the answer came, unless somebody says: with the call that brought it, or just now. */
function answered(
  typed: ContactTyped,
  { now, time_zone, known, asked_at }: Surroundings & { asked_at: string | null },
): Pick<ContactFields, 'outcome' | 'answer' | 'answer_at_words' | 'answer_at'> {
  const answer = cleanText(typed.answer ?? '');
  const answer_at_words = cleanLine(typed.answer_at_words ?? '');
  const outcome = outcomeOf(typed.outcome ?? null, answer);
  const fields = { outcome, answer, answer_at_words };
  if (outcome !== 'answered' && outcome !== 'declined') return { ...fields, answer_at_words: '', answer_at: null };
  if (answer_at_words !== '') {
    const is_known = known?.answer_at_words === answer_at_words;
    return { ...fields, answer_at: is_known ? known.answer_at : momentDone(answer_at_words, { now, time_zone }) };
  }
  if (known === undefined) return { ...fields, answer_at: asked_at };
  return { ...fields, answer_at: known.answer_at ?? (known.outcome === null ? now : null) };
}
