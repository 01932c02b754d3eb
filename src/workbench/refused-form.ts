// A form that could not be taken, as its page shows it again: which form it was, what is to be mended, what was typed.
import type { Problem } from '#src/claims/show-again.ts';
import type { FormError, Typed } from '#src/http/form.ts';

export interface RefusedForm {
  errors: FormError[];
  typed: Typed | undefined;
  /** The form on the page; undefined where the page has but one. */
  failed_form: string | undefined;
}

/** The fields of the forms by the noun they are posted to. An error about anything else is said of the form as a whole. */
const FIELDS: Record<string, readonly string[]> = {
  details: ['statement', 'kind', 'assignee_id', 'due_at'],
  attribution: ['attribution'],
  range: ['words'],
  verdicts: ['attribution_verdict', 'content_verdict', 'verdict_sentence', 'as_of'],
  fixes: ['old_words', 'new_words', 'fix_reason', 'send_anyway'],
  queries: ['to_whom', 'question', 'send_anyway'],
  return: ['return_line'],
  reopening: ['reopening_reason'],
  withdrawal: ['withdrawal_reason'],
  takings: ['above'],
  assignments: ['paragraphs', 'assignee_id'],
  versions: [
    'headline',
    'standfirst',
    'body',
    'file',
    'address',
    'pull_quotes',
    'boxes',
    'captions',
    'credits',
    'note',
  ],
  placement: ['words', 'sentence'],
};

const SENTENCE_FIELDS = ['words', 'note'];

/** The refused form on the page of a claim, of coverage or of the second read; `path` is where it was posted. */
export function refusedForm({ errors, typed }: Problem, path: string): RefusedForm {
  const noun = path.split('/').at(-1) ?? '';
  // What a claim still wants before its second read is asked for by the form of its verdicts.
  if (noun === 'readiness') return { errors: on(FIELDS.verdicts, errors), typed: undefined, failed_form: 'verdicts' };
  return { errors: on(FIELDS[noun], errors), typed, failed_form: noun };
}

/** The refused form on the page of a sentence, whose forms share their fields. */
export function refusedOnSentence({ errors, typed }: Problem): RefusedForm {
  return { errors: on(SENTENCE_FIELDS, errors), typed, failed_form: undefined };
}

function on(fields: readonly string[] | undefined, errors: readonly FormError[]): FormError[] {
  return errors.map((error) => (fields?.includes(error.field) ? error : { ...error, field: '' }));
}
