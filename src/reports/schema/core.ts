// What both reports have, as a strict schema: text, counts, galley, what is not checked. Pure.
import { z } from 'zod';
import { LEVELS, RULES } from '#src/people/profiles/levels.ts';
import { CORRECTION_KINDS } from '../correction.ts';
import { REPORT_FORMAT } from '../report.ts';
import {
  contact,
  count,
  flag,
  hash,
  list,
  moment,
  number,
  object,
  range,
  standing,
  standings,
  verdict,
  words,
} from './pieces.ts';

const part = z.enum(['headline', 'standfirst', 'body', 'caption', 'credit', 'pull_quote', 'box']);
const leftover = z.enum(['name', 'title', 'number', 'date', 'place', 'quotation', 'placeholder']);

const segment = object({
  ...range.shape,
  text: words,
  sentence: number.nullable(),
  claims: list(number),
  ends: list(number),
  is_ticked: flag(),
  ends_tick: flag(),
  leftover_kind: leftover.nullable(),
  is_unread: flag(),
  is_initialled: flag(),
});

const paragraph = object({
  number,
  part,
  part_position: number,
  first_sentence: number,
  last_sentence: number,
  segments: list(segment),
});

const signed = object({
  number,
  signed_at: moment,
  signed_by: words,
  reason: words,
  open_claims: list(number),
  changes_since_previous: list(words).nullable(),
  salt: words.nullable(),
});

const not_checked = object({
  sentences: list(object({ number, words })),
  leftovers: list(object({ sentence: number, words, kind: leftover })),
  claims: list(object({ number, words, state: standing, state_label: words, cause: words })),
});

const correction = object({
  number,
  kind: z.enum(CORRECTION_KINDS),
  label: words,
  was: words,
  right: words,
  sentence: words,
  claim: number.nullable(),
  made_at: moment,
  since: moment.nullable(),
});

const rule = z.enum(RULES);
const level = z.enum(LEVELS);
const check_state = z.enum(['holds', 'blocks', 'should', 'waived', 'left_open', 'off']);

export const core = {
  report_format: z.literal(REPORT_FORMAT),
  audience_label: words,
  state: z.enum(['draft', 'signed']),
  state_label: words,
  signed: signed.nullable(),
  as_of: moment,
  corrections: list(correction),
  time_zone: words,
  version: object({ number, sha256: hash, length: count, received_at: moment, text: words }),
  coverage: object({
    sentences: count,
    unread: count,
    initialled: count,
    leftovers: count,
    ticks: count,
    covers: words,
  }),
  people: object({ checkers: list(words), second_readers: list(words) }),
  tally: list(object({ ...verdict.shape, count })),
  claims: object({
    total: count,
    without_verdict: count,
    done: count,
    dropped: count,
    states: z.record(z.enum(standings), count),
  }),
  galley: list(paragraph),
  ticks: list(object({ sentence: count, words, note: words, on_checkers_word: flag(), by: words })),
  not_checked,
  contacts: list(contact),
  house: object({
    method: words,
    scale: list(object({ mark: words, label: words, says: words })),
    interests: words,
    complaints_to: words,
    answer_days: number,
    names_public: flag(),
  }),
  sign_off: object({
    profile: words,
    checks: list(object({ rule, asks: words, level, state: check_state, sentence: words, missing: list(words) })),
    answers: list(object({ rule, kind: z.enum(['reason', 'waiver']), words, by: words, at: moment, of: list(words) })),
  }),
  log_head: object({ number: count, hash: words }),
};

export const article = {
  number,
  title: words,
  byline: words,
  outlet: words,
  url: words,
  language: words,
  place: words,
  dated_on: words.nullable(),
  dated_zone: words.nullable(),
  desk: words,
};
