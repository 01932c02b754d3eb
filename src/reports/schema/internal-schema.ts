// The strict schema of the internal report. Pure.
import { z } from 'zod';
import { INTERNAL_SCHEMA_ID, type InternalReport } from '../report.ts';
import { article, core } from './core.ts';
import {
  account,
  accused,
  card,
  finding,
  fix,
  flag,
  list,
  moment,
  number,
  object,
  question,
  saidVerdict,
  use,
  verdict,
  words,
} from './pieces.ts';

const internalFix = object({
  ...fix,
  asked_by: words.nullable(),
  decided_by: words.nullable(),
  decision_line: words,
  writer: object({ word: z.enum(['agree', 'refuse']), line: words }).nullable(),
});

const provisional = object({
  attribution_verdict: saidVerdict.nullable(),
  content_verdict: verdict.nullable(),
  verdict_sentence: words,
  as_of: moment.nullable(),
  checker: words.nullable(),
});

const source = object({ ...card, is_confidential: flag(), alias: words, anonymity_reason: words, granted_by: words });

const query = object({
  number,
  claim: number.nullable(),
  to_whom: z.enum(['writer', 'editor']),
  question: words,
  words,
  state: z.enum(['open', 'answered', 'dropped']),
  asked_by: words.nullable(),
  answers: list(
    object({
      answer: words,
      name: words,
      how: z.enum(['link', 'page', 'phone', 'message', 'in_person']),
      answered_at: moment,
    }),
  ),
  drop_reason: words,
});

const clearance = object({ version: number, cleared_by: words, cleared_at: moment, line: words });

/** Of the same type as InternalReport, which the compiler sees to. */
export const INTERNAL_SCHEMA: z.ZodType<InternalReport> = object({
  ...core,
  $schema: z.literal(INTERNAL_SCHEMA_ID),
  audience: z.literal('internal'),
  article: object({ ...article, asked_by: words, asked_why: words }),
  findings: list(
    object({
      ...finding,
      provisional: provisional.nullable(),
      evidence: list(object({ source, ...use })),
      fixes: list(internalFix),
    }),
  ),
  questions: list(object({ ...question, accounts: list(account) })),
  other_fixes: list(internalFix),
  queries: list(query),
  accused: list(object({ ...accused, missing: list(words) })),
  legal: object({
    cleared: clearance.nullable(),
    claims: list(object({ claim: number, held_by: list(words), cleared: clearance.nullable() })),
  }),
});
