// Fixes and queries, in a report. Pure.
import { may } from '#src/people/permissions.ts';
import type { FixFound } from '#src/reviews/fixes/store.ts';
import type { AnswerFound, QueryFound } from '#src/reviews/queries/store.ts';
import type { FixTable, QueryAnswerTable, QueryTable } from '#src/reviews/tables.ts';
import type { ReportMaterial } from './report-input.ts';
import { type Moment, momentIn } from './report-time.ts';

export interface ReportFix {
  number: number;
  old_words: string;
  new_words: string;
  reason: string;
  state: FixTable['state'];
  asked_by: string | null;
  decided_by: string | null;
  /** Why the editor refused it; '' where nothing was said. */
  decision_line: string;
  /** The version that has it; null while none has. */
  in_copy_version: number | null;
  /** What the writer said of it; null where nothing was said, and for whoever looks from outside. */
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

export function fixIn(fix: FixFound, { article }: Pick<ReportMaterial, 'article'>): ReportFix {
  const { number, old_words, new_words, reason, state, decision_line, in_copy_version, writer_word, writer_line } = fix;
  const has_word = writer_word !== null && may(article.role, 'read_queries');
  return {
    number,
    old_words,
    new_words,
    reason,
    state,
    asked_by: fix.asker_name,
    decided_by: fix.decider_name,
    decision_line,
    in_copy_version,
    writer: has_word ? { word: writer_word, line: writer_line } : null,
  };
}

/** The fixes that stand at no finding: of words that are no claim, or whose claim was dropped. */
export function otherFixesIn(material: ReportMaterial): ReportFix[] {
  const standing = standingIn(material);
  return material.fixes.filter((fix) => !standing.has(fix.claim_id ?? '')).map((fix) => fixIn(fix, material));
}

/** The queries; none for whoever looks from outside. */
export function queriesIn(material: ReportMaterial): ReportQuery[] {
  if (!may(material.article.role, 'read_queries')) return [];
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
