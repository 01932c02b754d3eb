// The history of a claim as sentences: who did what when, with the words that explain it.
import { EVENTS, type EventVerb } from '#src/audit/events.ts';
import type { LogEntry } from '#src/audit/store.ts';
import { ATTRIBUTION_VERDICT_LABELS, type AttributionVerdict } from '#src/claims/claim.ts';
import type { VerdictTable } from '#src/claims/tables.ts';
import { sayTime } from '#src/dates.ts';

export interface HistoryLine {
  at: string;
  said_at: string;
  who: string;
  what: string;
  /** The reason or the words somebody gave with it. */
  why: string;
}

export interface HistorySight {
  names: ReadonlyMap<string, string>;
  verdicts: readonly VerdictTable[];
  zone: string;
  now: string;
}

/** Entries of the log as lines, in the order they came. */
export function historyOf(entries: readonly LogEntry[], sight: HistorySight): HistoryLine[] {
  return entries.map((entry) => ({
    at: entry.at,
    said_at: sayTime(entry.at, sight.zone, sight.now),
    who: sayWho(entry, sight.names),
    what: whatOf(entry, sight),
    why: whyOf(entry),
  }));
}

/** Who an entry is of: whoever answered by the writer's link did so without signing in, under the name of the link. */
function sayWho({ actor, verb, after }: LogEntry, names: ReadonlyMap<string, string>): string {
  if (actor === 'nobody' && verb.endsWith('.lapsed')) return 'The program';
  if (actor === 'nobody' && verb === 'facts.answered')
    return typeof after?.name === 'string' ? `${after.name}, by a link` : 'Somebody outside, by a link';
  const is_writers =
    actor === 'nobody' && (verb === 'query.answered' || verb === 'writer.gave_word' || verb === 'handed.in');
  if (!is_writers) return sayActor(actor, names);
  return typeof after?.name === 'string' ? `${after.name}, by the writer’s link` : 'The writer, by link';
}

/** The name behind an actor of the log; a person who is no longer known by name is "somebody". */
function sayActor(actor: string, names: ReadonlyMap<string, string>): string {
  if (actor === 'operator') return 'The operator';
  if (!actor.startsWith('person:')) return 'Nobody';
  return names.get(actor.slice('person:'.length)) ?? 'Somebody';
}

function whatOf(entry: LogEntry, { verdicts }: HistorySight): string {
  const sentence = EVENTS[entry.verb as EventVerb] ?? entry.verb;
  const after = entry.after ?? {};
  if (entry.verb === 'claim.marked' && after.proposed === true) return `${sentence} as it was suggested`;
  const verdict = verdicts.find((one) => one.id === after.content_verdict_id);
  const said = after.attribution_verdict as AttributionVerdict | undefined;
  const set = [
    verdict && `${verdict.mark} ${verdict.desk_label}`,
    said && ATTRIBUTION_VERDICT_LABELS[said],
    after.state === 'ready' && entry.verb === 'claim.verdict_set' && 'for second read',
  ].filter(Boolean);
  return set.length > 0 && entry.verb !== 'claim.closed' ? `${sentence}: ${set.join(', ')}` : sentence;
}

function whyOf({ before, after }: LogEntry): string {
  const ticked = after?.words ?? before?.words;
  const note = after?.note ? ` (${after.note})` : '';
  if (typeof ticked === 'string') return `${ticked}${note}`;
  const words =
    after?.held_back ??
    after?.line ??
    after?.reason ??
    after?.cause ??
    after?.statement ??
    after?.title ??
    after?.new_words ??
    after?.note ??
    after?.value ??
    after?.answer ??
    after?.question;
  return typeof words === 'string' ? words : '';
}
