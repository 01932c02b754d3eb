// The plan of an evening as a JSON file: who marks what, judges it how, and what comes of it. Pure.
import { z } from 'zod';
import { ATTRIBUTION_VERDICTS } from '#src/claims/claim.ts';

/** In the order of the digits of a new desk. */
export const VERDICTS = ['ok', 'fixed', 'disputed', 'context', 'wrong', 'unsupported', 'author'] as const;

const words = z.string().min(1);

const claim = z.strictObject({
  /** As they stand in the text, once. */
  words,
  is_it_so: z.enum(VERDICTS),
  was_it_said: z.enum(ATTRIBUTION_VERDICTS).optional(),
  sentence: words.optional(),
  /** Each as it is typed behind `s`; a dash before it says against. */
  sources: z.array(words).default([]),
  /** To be starred by hand. */
  is_key: z.boolean().default(false),
  fix: z.strictObject({ new_words: words, reason: words.optional() }).optional(),
});

const planShape = z.strictObject({
  /** Left out for the demo's own article. */
  article: z.strictObject({ headline: words, standfirst: words.optional(), body: words }).optional(),
  claims: z.array(claim).min(1),
  /** Words that simply check, and sentences with nothing to check, by words in them. */
  ticks: z.array(words).default([]),
  nothing: z.array(words).default([]),
  /** Who says what: a question on a claim, by its words, and the claims that answer it, too. */
  question: z.strictObject({ about: words, point: words.optional(), also: z.array(words).default([]) }).optional(),
  query: z.strictObject({ about: words, question: words }).optional(),
  /** The claims that the second reader sends back, with a line, and the source that answers it. */
  back: z.array(z.strictObject({ words, line: words, answer: words.optional() })).default([]),
  next_version: z
    .strictObject({
      changes: z.array(z.strictObject({ old: words, new: words })).min(1),
      /** What the claims are that are said to be so no more, by their words in the next version; the others still stand. */
      again: z
        .array(
          z.strictObject({
            words,
            is_it_so: z.enum(VERDICTS).optional(),
            was_it_said: z.enum(ATTRIBUTION_VERDICTS).optional(),
            sentence: words.optional(),
          }),
        )
        .default([]),
    })
    .optional(),
});

export type Plan = z.infer<typeof planShape>;
export type PlannedClaim = Plan['claims'][number];

/** The plan in this JSON; throws with a sentence where it is none. */
export function readPlan(json: string): Plan {
  let typed: unknown;
  try {
    typed = JSON.parse(json);
  } catch (error) {
    throw new Error(`The plan is no JSON: ${(error as Error).message}`);
  }
  const read = planShape.safeParse(typed);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`The plan is not as it must be at ${issue?.path.join('.') || 'its root'}: ${issue?.message}`);
}

/** What of the plan does not stand in the text exactly once, as sentences; empty where all does. */
export function missingIn(plan: Plan, text: string): string[] {
  const named = [
    ...plan.claims.map((one) => one.words),
    ...plan.ticks,
    ...(plan.next_version?.changes ?? []).map((one) => one.old),
  ];
  return named.flatMap((some) => {
    const count = text.split(some).length - 1;
    return count === 1 ? [] : [`“${some}” stands ${count} times in the text, and must once.`];
  });
}

/** Plain: one digit is all there is to it. Disputed: a sentence, and a source against. */
export function kindOf(planned: PlannedClaim): 'plain' | 'disputed' | 'other' {
  if (planned.is_it_so === 'ok' && !planned.was_it_said && planned.sources.length === 0 && !planned.is_key)
    return 'plain';
  const is_against = planned.sources.some((line) => /^[-−–—]/u.test(line));
  return planned.is_it_so !== 'ok' && is_against ? 'disputed' : 'other';
}

/** The digit of a verdict, and of an answer to *was it said?*. */
export function digitOf(verdict: PlannedClaim['is_it_so']): string {
  return String(VERDICTS.indexOf(verdict) + 1);
}

export function saidDigitOf(answer: NonNullable<PlannedClaim['was_it_said']>): string {
  return String(ATTRIBUTION_VERDICTS.indexOf(answer) + 1);
}
