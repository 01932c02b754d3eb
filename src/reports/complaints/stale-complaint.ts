// What somebody typed of a complaint or a correction, beside what another saved meanwhile. Pure.
import { localOf, sayTime, utcOf } from '#src/dates.ts';
import { StaleEdit } from '#src/errors.ts';
import { CORRECTION_LABELS } from '../correction.ts';
import { type ComplaintTyped, type CorrectionTyped, OUTCOME_LABELS } from './complaint.ts';
import type { CorrectionFound } from './correction-store.ts';
import type { ComplaintFound } from './store.ts';
import type { Outcome } from './tables.ts';

export interface DeskOfComplaint {
  time_zone: string;
  now: string;
  members: readonly { person_id: string; number: number; display_name: string }[];
}

/** What the fields of its form hold. */
export function valuesOfComplaint(complaint: ComplaintFound, { time_zone, members }: Omit<DeskOfComplaint, 'now'>) {
  const { complainant, reach, words, says, received_at, claim_number, decider_id } = complaint;
  const decider = members.find(({ person_id }) => person_id === decider_id)?.number;
  const when = { received_at: localOf(received_at, time_zone) };
  return { complainant, reach, ...when, ...numbers({ claim_number, decider }), words, says };
}

/** What somebody typed of a complaint, beside what another saved since: the form is shown again with both. */
export function staleComplaint(
  complaint: ComplaintFound,
  { input, ...desk }: DeskOfComplaint & { input: ComplaintTyped },
): StaleEdit {
  const values = valuesOfComplaint(complaint, desk);
  const { complainant, reach, received_at, claim_number, words, says, decider } = input;
  const typed = { complainant, reach, received_at, ...numbers({ claim_number, decider }), words, says };
  const inWords = (fields: typeof values) => ({
    ...fields,
    received_at: moment(fields.received_at, desk),
    decider: desk.members.find(({ number }) => String(number) === fields.decider)?.display_name ?? 'any editor',
  });
  return new StaleEdit(inWords(typed), inWords(values), { revision: complaint.revision, values, labels: LABELS });
}

/** The same for what is decided about it. */
export function staleDecision(
  { outcome: stored, decision_line, revision }: ComplaintFound,
  typed: { outcome: Outcome; decision_line: string },
): StaleEdit {
  const said = (outcome: Outcome | null) => (outcome === null ? 'nothing yet' : OUTCOME_LABELS[outcome].label);
  return new StaleEdit(
    { ...typed, outcome: said(typed.outcome) },
    { outcome: said(stored), decision_line },
    { revision, values: { outcome: stored ?? '', decision_line }, labels: LABELS },
  );
}

/** The same for what its sender was told. */
export function staleAnswer({ answer: stored, revision }: ComplaintFound, answer: string): StaleEdit {
  const values = { answer: stored };
  return new StaleEdit({ answer }, values, { revision, values, labels: { answer: 'What they were told' } });
}

/** What the fields of its form hold. */
export function valuesOfCorrection({ kind, was_words, right_words, sentence, claim_number }: CorrectionFound) {
  return { kind, was_words, right_words, sentence, claim_number: String(claim_number ?? '') };
}

/** `sentence` is the one that the form would store, put together where it was left empty. */
export function staleCorrection(correction: CorrectionFound, typed: CorrectionTyped): StaleEdit {
  const values = valuesOfCorrection(correction);
  const { kind, was_words, right_words, sentence, claim_number } = typed;
  const yours = { kind, was_words, right_words, sentence, claim_number: String(claim_number ?? '') };
  const inWords = (fields: typeof values) => ({ ...fields, kind: CORRECTION_LABELS[fields.kind] });
  return new StaleEdit(inWords(yours), inWords(values), { revision: correction.revision, values, labels: LABELS });
}

/** The same for since when a correction is published. */
export function stalePublication(
  { since_at, revision }: CorrectionFound,
  { since_at: typed, ...desk }: { since_at: string; time_zone: string; now: string },
): StaleEdit {
  const stored = since_at === null ? '' : localOf(since_at, desk.time_zone);
  const said = (local: string) => ({ since_at: local === '' ? 'not published yet' : moment(local, desk) });
  return new StaleEdit(said(typed), said(stored), { revision, values: { since_at: stored }, labels: LABELS });
}

function moment(typed: string, { time_zone, now }: { time_zone: string; now: string }): string {
  const at = utcOf(typed.replace(' ', 'T'), time_zone);
  return at === undefined ? typed : sayTime(at, time_zone, now);
}

function numbers(numbers: { claim_number: number | null | undefined; decider: number | undefined }) {
  return { claim_number: String(numbers.claim_number ?? ''), decider: String(numbers.decider ?? '') };
}

const LABELS = {
  complainant: 'Who complains',
  reach: 'How to reach them',
  received_at: 'Received',
  claim_number: 'About claim number',
  words: 'Words complained of',
  says: 'What they say',
  decider: 'Who decides',
  outcome: 'What is decided',
  decision_line: 'Why',
  kind: 'What it is',
  was_words: 'What was wrong',
  right_words: 'What is right',
  sentence: 'Sentence for the published page',
  since_at: 'On the published page since',
};
