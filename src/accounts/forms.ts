// The forms of questions and accounts: what comes from a page, field by field, as typed values.
import { z } from 'zod';
import { choice, hidden, line, optionalLine, optionalText, several, wholeNumber } from '#src/http/form-fields.ts';
import type { AccountInput } from './account-commands.ts';
import { RULES } from './question.ts';
import type { QuestionInput } from './question-commands.ts';

const revision = hidden(wholeNumber(1, 1e9));
const point = line(300, 'Write the question in a line: How many fighters?');
const optionalNumber = optionalLine(9).pipe(z.string().regex(/^\d*$/, 'Choose one of those offered.'));

const particulars = {
  party_role: optionalLine(300),
  figure: optionalLine(200),
  as_of: optionalLine(40),
  quote: optionalText(4000),
  from: optionalLine(300),
};

export const accountForm = z.object({
  party_name: line(300, 'Say who says it: a name, an office, a role.'),
  value: line(500, 'Say what they say: a number, “unknown”, or words.'),
  ...particulars,
});

export const accountChangeForm = accountForm.extend({ revision });

/** A question and, where it is known already, its first account. From a claim's panel only the claim comes with it. */
export const questionForm = z.object({
  point,
  claim_number: hidden(optionalNumber),
  party_name: optionalLine(300),
  value: optionalLine(500),
  ...particulars,
});

export const pointForm = z.object({ point, revision });

export const ruleForm = z.object({
  rule: choice(RULES),
  rule_sentence: optionalText(2000),
  preferred: optionalLine(40),
  revision,
});

export const takingForm = z.object({
  claim: hidden(several(z.string().regex(/^(?:all|[1-9]\d{0,8}\.\d{1,4})$/, 'Choose one of the claims offered.'))),
});

/** `seen`: which state of what the account was taken from the page showed; `in_hand`: the claim beside which it was pressed. */
export const confirmationForm = z.object({
  seen: hidden(optionalLine(40)),
  in_hand: hidden(optionalNumber),
});

export const withdrawalForm = z.object({ withdrawal_reason: line(500, 'Say in a few words why.') });

/** An account as its form says it; an empty figure is read out of the value. */
export function accountIn(form: z.infer<typeof accountForm>): AccountInput {
  return { ...form, figure: form.figure === '' ? undefined : form.figure };
}

/** The question of the form. An account of which nothing is typed is none; one that is typed by half is refused by its rules. */
export function questionIn(form: z.infer<typeof questionForm>): QuestionInput {
  const { point, claim_number, ...account } = form;
  const is_typed = [account.party_name, account.value, account.quote, account.figure].some((field) => field !== '');
  if (is_typed) return { point, first: accountIn(account) };
  return claim_number === '' ? { point } : { point, first: { claim_number: Number(claim_number) } };
}

/** The figures of claims that are to be taken, or all that are offered. */
export function takingsIn(form: z.infer<typeof takingForm>): { claim_number: number; position: number }[] | 'all' {
  if (form.claim.includes('all')) return 'all';
  return form.claim.map((one) => {
    const [claim_number = 0, position = 0] = one.split('.').map(Number);
    return { claim_number, position };
  });
}
