// The strict schema of the public report: whatever is not named here is refused, wherever it came from. Pure.
import { z } from 'zod';
import { PUBLIC_SCHEMA_ID, type PublicReport } from '../report.ts';
import { article, core } from './core.ts';
import {
  account,
  accused,
  card,
  finding,
  fix,
  flag,
  list,
  number,
  object,
  question,
  sourceType,
  stance,
  use,
  words,
} from './pieces.ts';

const confidential = object({
  is_confidential: z.literal(true),
  alias: words,
  type: sourceType,
  stance,
  grade: words,
  public_reason: words,
});

const open = object({ source: object({ ...card, is_confidential: z.literal(false) }), ...use });

const confidentialAccount = object({
  is_confidential: z.literal(true),
  alias: words,
  type: sourceType,
  is_preferred: flag(),
});

/** Of the same type as PublicReport, which the compiler sees to. */
export const PUBLIC_SCHEMA: z.ZodType<PublicReport> = object({
  ...core,
  $schema: z.literal(PUBLIC_SCHEMA_ID),
  audience: z.literal('public'),
  article: object(article),
  findings: list(object({ ...finding, evidence: list(z.union([open, confidential])), fixes: list(object(fix)) })),
  questions: list(object({ ...question, accounts: list(z.union([account, confidentialAccount])) })),
  other_fixes: list(object(fix)),
  accused: list(object(accused)),
  legal: object({ cleared_version: number.nullable() }),
});

/**
 * The same report. Throws where it has a key or a value that no public report may have: the spread of a larger object compiles,
 * and must not go out.
 */
export function assertPublic(report: PublicReport): PublicReport {
  const read = PUBLIC_SCHEMA.safeParse(report);
  if (!read.success) throw new Error(`The public report would hold more than it may: ${z.prettifyError(read.error)}`);
  return report;
}
