// Fixes and queries, in a report. Pure.
import type { FixFound } from '#src/reviews/fixes/store.ts';
import type { AnswerFound, QueryFound } from '#src/reviews/queries/store.ts';
import type { FixTable, QueryAnswerTable, QueryTable } from '#src/reviews/tables.ts';
import type { ReportMaterial } from './report-input.ts';
import { type Moment, momentIn } from './report-time.ts';

export type ReportFix = InternalFix | PublicFix;

/** A change proposed to the copy, and what became of it. */
export interface PublicFix {
  number: number;
  old_words: string;
  new_words: string;
  reason: string;
  state: FixTable['state'];
  /** The version that has it; null while none has. */
  in_copy_version: number | null;
}

/** The same with who asked and decided, and what the desk, the editor and the writer said to each other. */
export interface InternalFix extends PublicFix {
  asked_by: string | null;
  decided_by: string | null;
  /** Why the editor refused it; '' where nothing was said. */
  decision_line: string;
  /** What the writer said of it; null where nothing was said. */
  writer: { word: 'agree' | 'refuse'; line: string } | null;
}

/** For those inside alone: what is typed into a query may name what others must not know. */
export interface ReportQuery {
  number: number;
  /** The claim that it is about; null for none, and for one that was dropped. */
  claim: number | null;
  to_whom: QueryTable['to_whom'];
  question: string;
  /** The words it is about as they stood when it was asked. */
  words: string;
  state: QueryTable['state'];
  asked_by: string | null;
  answers: { answer: string; name: string; how: QueryAnswerTable['how']; answered_at: Moment }[];
  drop_reason: string;
}

export function publicFix(fix: FixFound): PublicFix {
  const { number, old_words, new_words, reason, state, in_copy_version } = fix;
  return { number, old_words, new_words, reason, state, in_copy_version };
}

export function internalFix(fix: FixFound): InternalFix {
  const { asker_name: asked_by, decider_name: decided_by, decision_line, writer_word, writer_line } = fix;
  const writer = writer_word === null ? null : { word: writer_word, line: writer_line };
  return { ...publicFix(fix), asked_by, decided_by, decision_line, writer };
}

/** The fixes that stand at no finding: of words that are no claim, or whose claim was dropped. */
export function otherFixesIn(material: ReportMaterial): FixFound[] {
  const standing = standingIn(material);
  return material.fixes.filter((fix) => !standing.has(fix.claim_id ?? ''));
}

/** The queries, for the desk alone. */
export function queriesIn(material: ReportMaterial): ReportQuery[] {
  const standing = standingIn(material);
  return material.queries.map((query) => queryIn(query, { standing, zone: material.article.time_zone }));
}

function queryIn(query: QueryFound, { standing, zone }: { standing: ReadonlySet<string>; zone: string }): ReportQuery {
  const { number, to_whom, question, words, state, drop_reason, claim_id, claim_number } = query;
  const answerIn = ({ answer, name, how, at }: AnswerFound) => ({ answer, name, how, answered_at: momentIn(at, zone) });
  return {
    number,
    claim: standing.has(claim_id ?? '') ? claim_number : null,
    to_whom,
    question,
    words,
    state,
    asked_by: query.asker_name,
    answers: query.answers.map(answerIn),
    drop_reason,
  };
}

/** The ids of the claims that are not dropped. */
function standingIn({ claims }: ReportMaterial): Set<string> {
  return new Set(claims.filter((claim) => claim.state !== 'withdrawn').map((claim) => claim.id));
}
