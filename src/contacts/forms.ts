// The forms of contacts and of the accused: what comes from a page, field by field, as typed values.
import { z } from 'zod';
import {
  choice,
  hidden,
  line,
  optionalChoice,
  optionalLine,
  optionalText,
  wholeNumber,
} from '#src/http/form-fields.ts';
import type { AccusedInput } from './accused/commands.ts';
import { CONTACT_HOWS, OUTCOMES } from './contacts/contact.ts';
import type { ContactInput } from './contacts/contact-fields.ts';

const revision = hidden(wholeNumber(1, 1e9));
const claim_number = optionalLine(9).pipe(z.string().regex(/^\d*$/, 'Write the number of a claim, or leave it empty.'));
const withdrawal_reason = line(500, 'Say in a few words why.');

const contactFields = {
  name: line(500, 'Say whom the desk asked: a name, an office, a role.'),
  body: optionalLine(300),
  party: optionalLine(40),
  how: choice(CONTACT_HOWS),
  at_words: optionalLine(100),
  put: optionalText(4000),
  until_words: optionalLine(100),
  outcome: optionalChoice(OUTCOMES),
  answer: optionalText(20_000),
  answer_at_words: optionalLine(100),
  claim_number,
};

/** `to_call`: the row of whoever was to be called. */
export const contactForm = z.object({ ...contactFields, to_call: hidden(optionalLine(40)) });
export const contactChangeForm = z.object({ ...contactFields, revision });
export const withdrawalForm = z.object({ withdrawal_reason });

const accusedName = () => line(300, 'Say who is accused: a person, a body, an office.');

export const accusedForm = z.object({
  name: accusedName(),
  role: optionalLine(300),
  accusation: optionalText(2000),
  claim_number,
});

export const accusedChangeForm = z.object({ accusation: optionalText(2000), claim_number, revision });
export const offerForm = z.object({ not_offered_reason: optionalText(2000), revision });
export const proposedAccusedForm = z.object({ name: hidden(accusedName()) });

/** A contact as its form says it. */
export function contactIn(form: Omit<z.infer<typeof contactForm>, 'to_call'>): ContactInput {
  return { ...form, outcome: form.outcome || null, claim_number: typedNumber(form.claim_number) };
}

/** An accused as the form says it. */
export function accusedIn(form: z.infer<typeof accusedForm>): AccusedInput {
  return { ...form, claim_number: typedNumber(form.claim_number) };
}

/** The number in a field that may be empty. */
export function typedNumber(typed: string): number | null {
  return typed === '' ? null : Number(typed);
}
