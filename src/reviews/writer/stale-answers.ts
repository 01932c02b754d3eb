// What the writer sent, beside what the desk noted meanwhile: a choice for each view on a fix. Pure.
import { StaleEdit } from '#src/errors.ts';

/** What was not stored, by the number of the fix or of the query that it is about. */
export type StaleAnswer = { of: 'fix' | 'query'; number: number; error: StaleEdit };

type Fields = Record<string, string>;

const DROPPED = 'The desk dropped a question while this page was open, so your answer to it was not saved.';
const CHANGED = 'While this page was open, the desk noted another view on a change. Choose which of the two is yours.';
const REST = 'Everything else that you sent is saved.';

/** The form again, without the answers to `queries`: those are stored, or nobody waits for them any more. */
export function staleAnswers(stale: StaleAnswer[], { queries }: { queries: number[] }): StaleEdit {
  const [yours, theirs, values, labels]: [Fields, Fields, Fields, Fields] = [{}, {}, {}, {}];
  const instead: Record<string, string | null> = Object.fromEntries(queries.map((one) => [`answer_${one}`, null]));
  const row = (name: string, label: string, [mine, stored]: [string | undefined, string | undefined]) => {
    yours[name] = mine ?? '';
    theirs[name] = stored ?? '';
    labels[name] = label;
  };
  const fixes = stale.filter(({ of }) => of === 'fix');
  for (const { number, error } of fixes) {
    row(`word_${number}`, `Your view on change ${number}`, [error.yours.word, error.theirs.word]);
    row(`line_${number}`, `Why, in a line, on change ${number}`, [error.yours.line, error.theirs.line]);
    for (const field of ['word', 'line']) values[`${field}_${number}`] = error.again?.values[field] ?? '';
    instead[`revision_${number}`] = String(error.again?.revision);
  }
  for (const { number, error } of stale.filter(({ of }) => of === 'query'))
    row(`answer_${number}`, `Your answer to question ${number}`, [error.yours.answer, error.theirs.answer]);
  const again = { values, labels, instead };
  const lead = [fixes.length > 0 && CHANGED, fixes.length < stale.length && DROPPED, REST].filter(Boolean).join(' ');
  const words = {
    title: 'Something changed meanwhile',
    lead,
    theirs: 'What the desk has',
    button: 'Send what I chose',
  };
  return new StaleEdit(yours, theirs, fixes.length > 0 ? again : undefined, words);
}
