// A complaint or a correction in a list, and at the top of its own page. Pure.
import type { ArticleFound } from '#src/articles/store.ts';
import { sayTime, sayWhole } from '#src/dates.ts';
import { url } from '#src/paths.ts';
import { CORRECTION_LABELS } from '../correction.ts';
import { OUTCOME_LABELS } from './complaint.ts';
import type { CorrectionFound } from './correction-store.ts';
import type { ComplaintFound } from './store.ts';

interface Sight {
  article: Pick<ArticleFound, 'number' | 'time_zone'>;
  now: string;
}

/** A complaint as pages show it: where it stands is a word first. */
export function complaintLine(complaint: ComplaintFound, { article, now }: Sight) {
  const { number, complainant, reach, words, says, claim_number, outcome, due_at, answered_at } = complaint;
  const say = (at: string) => sayTime(at, article.time_zone, now);
  return {
    ...{ number, complainant, reach, words, says, claim_number },
    is_with_legal: outcome === 'to_legal',
    href: url('complaint', { id: article.number, complaint: number }),
    received: say(complaint.received_at),
    state_words: stateWords(complaint, say),
    outcome: outcome === null ? null : OUTCOME_LABELS[outcome].label,
    due: answered_at === null ? { words: say(due_at), at: due_at, is_past: due_at < now } : null,
    decision: decisionIn(complaint, say),
    answer:
      answered_at === null
        ? null
        : { words: complaint.answer, by: byWhom(complaint.answered_by_name, say(answered_at)) },
    decider: complaint.decider_name,
    noted: byWhom(complaint.noted_by_name, say(complaint.noted_at)),
  };
}

/** A correction as pages show it. */
export function correctionLine(correction: CorrectionFound, { article, now }: Sight) {
  const { number, kind, was_words, right_words, sentence, claim_number } = correction;
  const say = (at: string) => sayTime(at, article.time_zone, now);
  return {
    ...{ number, was_words, right_words, sentence, claim_number },
    kind: CORRECTION_LABELS[kind],
    href: url('correction', { id: article.number, correction: number }),
    made: byWhom(correction.made_by_name, say(correction.made_at)),
    since: correction.since_at === null ? null : sayWhole(correction.since_at, article.time_zone),
    withdrawn:
      correction.withdrawn_at === null
        ? null
        : { reason: correction.withdrawal_reason, at: say(correction.withdrawn_at) },
  };
}

function stateWords(
  { outcome, answered_at, decider_name, due_at }: ComplaintFound,
  say: (at: string) => string,
): string {
  if (outcome === null) return decider_name === null ? 'not decided' : `${decider_name} decides`;
  const decided = OUTCOME_LABELS[outcome].label.toLowerCase();
  if (outcome === 'to_legal') return 'with Legal';
  return answered_at === null
    ? `${decided}, to be answered by ${say(due_at)}`
    : `${decided}, answered ${say(answered_at)}`;
}

function decisionIn(
  { outcome, decision_line, decided_by_name, decided_at }: ComplaintFound,
  say: (at: string) => string,
) {
  if (outcome === null || decided_at === null) return null;
  return { label: OUTCOME_LABELS[outcome].label, words: decision_line, by: byWhom(decided_by_name, say(decided_at)) };
}

function byWhom(name: string | null, at: string): string {
  return `${name ?? 'the operator'}, ${at}`;
}
