// What somebody typed of a contact, beside what another saved meanwhile. Pure.
import { StaleEdit } from '#src/errors.ts';
import { CONTACT_HOW_LABELS, OUTCOME_LABELS } from './contact.ts';
import type { ContactInput } from './contact-fields.ts';
import { partyNamed } from './party-named.ts';
import type { ContactRow } from './store.ts';

type Parties = readonly { id: string; name: string }[];

/** What the fields of its form hold. */
export function valuesOfContact(contact: ContactRow, parties: Parties): Record<string, string> {
  const { name, body, how, at_words, put, until_words, outcome, answer, answer_at_words, claim_number } = contact;
  const is_read = partyNamed([name, body], parties)?.id === (contact.party_id ?? undefined);
  const party = is_read ? '' : (contact.party_id ?? 'none');
  const words = { name, body, how, at_words, put, until_words, answer, answer_at_words };
  return { ...words, party, outcome: outcome ?? '', claim_number: String(claim_number ?? '') };
}

export function staleContactOf({
  contact,
  input,
  parties,
}: {
  contact: ContactRow;
  input: ContactInput;
  parties: Parties;
}): StaleEdit {
  const values = valuesOfContact(contact, parties);
  const { claim_number, outcome, how, name, ...rest } = input;
  const typed = { ...values, ...rest, name, how, outcome: outcome ?? '', claim_number: String(claim_number ?? '') };
  const said = (fields: Record<string, string>) => inWords(pick(fields, Object.keys(values)), parties);
  return new StaleEdit(said(typed), said(values), { revision: contact.revision, values, labels: LABELS });
}

function inWords({ how, outcome, party, ...fields }: Record<string, string>, parties: Parties): Record<string, string> {
  const hows: Record<string, string> = CONTACT_HOW_LABELS;
  const outcomes: Record<string, { label: string }> = OUTCOME_LABELS;
  const named = parties.find(({ id }) => id === party)?.name;
  return {
    ...fields,
    how: hows[how ?? ''] ?? '',
    outcome: outcomes[outcome ?? '']?.label ?? 'no answer yet',
    party: named ?? (party === 'none' ? 'nobody in the article' : 'as named'),
  };
}

function pick(fields: Record<string, string | undefined>, names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? '']));
}

const LABELS = {
  name: 'Who',
  body: 'Organisation',
  party: 'Speaks for',
  at_words: 'When',
  put: 'What was put to them',
  until_words: 'Answer by',
  outcome: 'Result',
  answer_at_words: 'Answered at',
  claim_number: 'About claim number',
};
