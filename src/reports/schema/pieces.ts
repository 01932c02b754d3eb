// The pieces of a report that both schemas have, as zod has them: no key more than is named. Pure.
import { z } from 'zod';
import { RULES } from '#src/accounts/question.ts';
import { ATTRIBUTION_VERDICTS, CLAIM_KINDS } from '#src/claims/claim.ts';
import { REPLY_STATES } from '#src/contacts/accused/accused.ts';
import { CONTACT_HOWS, OUTCOMES } from '#src/contacts/contacts/contact.ts';
import { ABOUTS, STANCES } from '#src/evidence/evidence.ts';
import { FIX_STATES } from '#src/reviews/fixes/words.ts';
import { SOURCE_TYPES } from '#src/sources/card/source-type.ts';

export const { strictObject: object, array: list, string: text, boolean: flag } = z;

export const count = z.int().nonnegative();
export const number = z.int().positive();
export const words = text();
export const moment = object({ at: words, words });
export const range = object({ start: count, end: count });
export const hash = text().regex(/^[0-9a-f]{64}$/);
export const sourceType = z.enum(SOURCE_TYPES);
export const stance = z.enum(STANCES);
const comparator = z.enum(['=', '~', '>', '≥', '<', '≤']);
const figure = object({
  comparator,
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: words.nullable(),
});

/** Where a claim may stand, without the dropped ones, which no report shows. */
export const standings = ['open', 'in_work', 'ready', 'returned', 'check_again', 'words_gone', 'closed'] as const;
export const standing = z.enum([...standings, 'withdrawn']);

export const verdict = object({
  meaning: z.enum(['ok', 'fixed', 'disputed', 'context', 'wrong', 'unsupported', 'author']),
  desk_label: words,
  public_label: words,
  mark: words,
  colour: words,
  rating: number.nullable(),
});

export const saidVerdict = object({ verdict: z.enum(ATTRIBUTION_VERDICTS), label: words });

const counted = { sources: count, first_sources: count };

/** A finding but for what is under it. */
export const finding = {
  number,
  quote: words,
  range: range.nullable(),
  sentences: list(number),
  statement: words,
  kind: z.enum(CLAIM_KINDS),
  is_key: flag(),
  same_as: number.nullable(),
  attribution: list(object({ name: words, role: words, ...counted })),
  figures: list(object({ value: words, ...figure.shape, ...range.shape })),
  attribution_verdict: saidVerdict.nullable(),
  content_verdict: verdict.nullable(),
  chain_words: words,
  verdict_sentence: words,
  as_of: moment.nullable(),
  state: standing,
  state_label: words,
  not_checked: words,
  check_again: words,
  on_checkers_word: flag(),
  checker: words.nullable(),
  second_reader: words.nullable(),
  closed_at: moment.nullable(),
  sources: object({ content: object(counted), attribution: object(counted) }),
};

const origin = object({ number, title: words, is_same_copy: flag() });

export const card = {
  number: number.nullable(),
  title: words,
  type: sourceType,
  url: words,
  publisher: words,
  author: words,
  dated_on: words,
  proximity: z.enum(['primary', 'secondary']).nullable(),
  interest: words,
  doi: words,
  retraction: words,
  added_on: words,
  derives_from: origin.nullable(),
  first_source: origin.nullable(),
};

const lookup = object({
  state: z.enum(['word_for_word', 'with_changes', 'not_found', 'waiting', 'given_up']),
  words,
  copy: number,
  ranges: list(range),
});

const copy = object({
  number,
  saved_at: moment,
  sha256: hash.nullable(),
  state: z.enum(['saved', 'altered', 'erased']),
  words,
});

/** A use of a source but for the source. */
export const use = {
  about: z.enum(ABOUTS),
  speaker: words.nullable(),
  stance,
  passage: words,
  place: words,
  grade: words,
  note: words,
  lookup: lookup.nullable(),
  copies: list(copy),
};

export const fix = {
  number,
  old_words: words,
  new_words: words,
  reason: words,
  state: z.enum(FIX_STATES),
  in_copy_version: number.nullable(),
};

const copyState = object({
  state: z.enum(['not_said', 'shown', 'gone', 'left_out']),
  sentence: number.nullable(),
  words,
  reason: words,
});

export const account = object({
  party: object({ name: words, role: words }),
  value: words,
  figure: figure.nullable(),
  as_of: moment.nullable(),
  quote: words,
  claim: number.nullable(),
  source: object({ number: number.nullable(), title: words, type: sourceType, url: words }).nullable(),
  is_preferred: flag(),
  changed_since: words,
});

/** A question but for its accounts. */
export const question = {
  number,
  point: words,
  rule: z.enum(RULES),
  rule_label: words,
  rule_sentence: words,
  copy: copyState,
};

export const accused = {
  number,
  name: words,
  role: words,
  accusation: words,
  claims: list(number),
  reply: z.enum(REPLY_STATES),
  reply_label: words,
  not_offered_reason: words,
  copy: copyState,
};

export const contact = object({
  claim: number.nullable(),
  accused: number.nullable(),
  name: words,
  body: words,
  how: z.enum(CONTACT_HOWS),
  at_words: words,
  at: moment.nullable(),
  put: words,
  until_words: words,
  until: moment.nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  answer: words,
  answered_at: moment.nullable(),
});
