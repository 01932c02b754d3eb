// What has changed between two models of a report, in a sentence each. Pure.
import { counted, wordFor } from '#src/counted.ts';
import type { Report } from '../report.ts';
import { findingChanges } from './finding-changes.ts';
import { differ } from './same-value.ts';
import { signOffChanges } from './sign-off-changes.ts';

/** Moments, people's assignments and the log go on by themselves; the rest is made of what is compared. */
const ASIDE = ['as_of', 'log_head', 'report_format', 'audience', 'audience_label', 'state', 'state_label', 'signed'];
const MADE_OF_OTHERS = ['people', 'tally', 'claims', 'galley', 'coverage', 'not_checked'];
const TOLD = [
  'article',
  'version',
  'findings',
  'ticks',
  'questions',
  'other_fixes',
  'queries',
  'accused',
  'contacts',
  'corrections',
  'sign_off',
];

/**
 * The differences between a report as it was signed and one that is built now for the same audience: none where nothing
 * changed. Keys that only one of them has are none: the program has learnt to say more, or less.
 */
export function changesBetween(before: Report, now: Report): string[] {
  const changes = [
    ...textChanges(before, now),
    ...articleChanges(before, now),
    ...findingChanges(before.findings, now.findings),
    ...tickChanges(before, now),
    ...readingChanges(before, now),
    ...listChanges(before, now),
    ...signOffChanges(before.sign_off, now.sign_off),
    ...otherChanges(before, now),
  ];
  const made_of = MADE_OF_OTHERS.filter((key) => differ(part(before, key), part(now, key)));
  return changes.length > 0 || made_of.length === 0
    ? changes
    : [`What follows from the claims changed: ${say(made_of)}.`];
}

function part(report: Report, key: string): unknown {
  return (report as unknown as Record<string, unknown>)[key];
}

function textChanges({ version: before }: Report, { version: now }: Report): string[] {
  if (before.sha256 === now.sha256) return [];
  if (before.number === now.number) return [`The text of version ${now.number} is different.`];
  return [`The text is that of version ${now.number}; it was version ${before.number}.`];
}

function articleChanges(before: Report, now: Report): string[] {
  const was = before.article as unknown as Record<string, unknown>;
  return Object.entries(now.article)
    .filter(([key, value]) => key in was && differ(was[key], value))
    .map(([key, value]) => `Details of the article: ${say([key])} is “${value ?? ''}”; it was “${was[key] ?? ''}”.`);
}

function tickChanges({ ticks: before }: Report, { ticks: now }: Report): string[] {
  const named = (ticks: Report['ticks']) => new Map(ticks.map((tick) => [`${tick.sentence} ${tick.words}`, tick]));
  const [was, is] = [named(before), named(now)];
  return [
    ...[...is].filter(([key]) => !was.has(key)).map(([, { words }]) => `Ticked as right: “${words}”.`),
    ...[...was].filter(([key]) => !is.has(key)).map(([, { words }]) => `No longer ticked: “${words}”.`),
    ...[...is]
      .filter(([key, tick]) => was.has(key) && differ(was.get(key), tick))
      .map(([, { words }]) => `The tick of “${words}” rests on something else, or is another person’s.`),
  ];
}

function readingChanges(
  { coverage: before, not_checked: left }: Report,
  { coverage: now, not_checked }: Report,
): string[] {
  if (differ(left.sentences, not_checked.sentences) && before.unread !== now.unread)
    return [
      `${counted(now.unread, 'sentence')} ${wordFor(now.unread, 'is', 'are')} not read; it was ${before.unread}.`,
    ];
  if (before.leftovers !== now.leftovers)
    return [`${counted(now.leftovers, 'detail')} of read sentences left unchecked; it was ${before.leftovers}.`];
  return [];
}

const LISTS: Record<string, [one: string, many: string]> = {
  questions: ['question of who says what', 'questions of who says what'],
  other_fixes: ['fix beside the claims', 'fixes beside the claims'],
  queries: ['query', 'queries'],
  accused: ['of the accused', 'of the accused'],
  contacts: ['contact', 'contacts'],
  corrections: ['correction', 'corrections'],
};

function listChanges(before: Report, now: Report): string[] {
  return Object.entries(LISTS).flatMap(([key, [one, many]]) => {
    const [was, is] = [part(before, key), part(now, key)];
    if (!Array.isArray(was) || !Array.isArray(is)) return [];
    const added = is.length - was.length;
    if (added > 0) return [`${counted(added, one, many)} added.`];
    if (added < 0) return [`${counted(-added, one, many)} removed.`];
    const changed = is.filter((entry, index) => differ(was[index], entry)).length;
    return changed === 0 ? [] : [`${counted(changed, one, many)} changed.`];
  });
}

/** Keys that nobody has found words for. */
function otherChanges(before: Report, now: Report): string[] {
  const known = [...ASIDE, ...MADE_OF_OTHERS, ...TOLD];
  const keys = Object.keys(now).filter(
    (key) => !known.includes(key) && key in before && differ(part(before, key), part(now, key)),
  );
  return keys.length === 0 ? [] : [`Changed as well: ${say(keys)}.`];
}

function say(keys: readonly string[]): string {
  return keys.map((key) => key.replaceAll('_', ' ')).join(', ');
}
