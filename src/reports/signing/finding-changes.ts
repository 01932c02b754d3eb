// What has changed of the claims between two models of a report, in a sentence each. Pure.
import { counted } from '#src/counted.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import type { Report } from '../report.ts';
import { differ } from './same-value.ts';

type Finding = Report['findings'][number];

const LONGEST_QUOTE = 80;

export function findingChanges(before: readonly Finding[], now: readonly Finding[]): string[] {
  const was = new Map(before.map((finding) => [finding.number, finding]));
  const numbers = new Set(now.map(({ number }) => number));
  return [
    ...now.flatMap((finding) => {
      const old = was.get(finding.number);
      return old === undefined ? [`Claim ${finding.number} is new: ${quoted(finding)}.`] : changesOf(old, finding);
    }),
    ...before
      .filter(({ number }) => !numbers.has(number))
      .map((old) => `Claim ${old.number} was dropped: ${quoted(old)}.`),
  ];
}

function changesOf(before: Finding, now: Finding): string[] {
  const told = [verdictChange(before, now), ...sentencesOf(before, now)].filter((sentence) => sentence !== '');
  const others = Object.keys(now).filter(
    (key) => !TOLD.has(key) && key in before && differ(entryOf(before, key), entryOf(now, key)),
  );
  if (told.length === 0 && others.length > 0)
    told.push(`${others.map((key) => key.replaceAll('_', ' ')).join(', ')} changed`);
  return told.map((sentence) => `Claim ${now.number}: ${sentence}.`);
}

/** Keys that have a sentence of their own, or follow from such. */
const TOLD = new Set([
  ...['content_verdict', 'attribution_verdict', 'verdict_sentence', 'quote', 'statement', 'range', 'sentences'],
  ...[
    'is_key',
    'evidence',
    'sources',
    'fixes',
    'on_checkers_word',
    'state',
    'state_label',
    'not_checked',
    'provisional',
  ],
  ...['checker', 'second_reader', 'closed_at', 'chain_words'],
]);

function verdictChange(before: Finding, now: Finding): string {
  const [was, is] = [before.content_verdict?.public_label, now.content_verdict?.public_label];
  if (was !== is) {
    if (was === undefined) return `now ${is}; it was not checked`;
    if (is === undefined) return `not checked any more (${now.not_checked}); it was ${was}`;
    return `verdict changed from ${was} to ${is}`;
  }
  return is === undefined && before.not_checked !== now.not_checked
    ? `still not checked: ${now.not_checked}; it was: ${before.not_checked}`
    : '';
}

function sentencesOf(before: Finding, now: Finding): string[] {
  const both_done = before.content_verdict !== null && now.content_verdict !== null;
  return [
    differ(before.attribution_verdict, now.attribution_verdict) && both_done
      ? `whether it was said: ${now.attribution_verdict?.label ?? 'no verdict'}; it was ${before.attribution_verdict?.label ?? 'no verdict'}`
      : '',
    before.verdict_sentence !== now.verdict_sentence && both_done
      ? `the sentence with its verdict is “${now.verdict_sentence}”; it was “${before.verdict_sentence}”`
      : '',
    before.quote !== now.quote ? `its words are ${quoted(now)}; they were ${quoted(before)}` : '',
    before.quote === now.quote && before.statement !== now.statement ? 'what is under check is reworded' : '',
    before.is_key !== now.is_key ? `it is ${now.is_key ? 'now a key claim' : 'no longer a key claim'}` : '',
    evidenceChange(before, now),
    differ(before.fixes, now.fixes) ? fixChange(before, now) : '',
    both_done &&
    differ([before.checker, before.second_reader, before.closed_at], [now.checker, now.second_reader, now.closed_at])
      ? 'it was judged again, or read second again'
      : '',
  ];
}

function evidenceChange(before: Finding, now: Finding): string {
  if (!differ(before.evidence, now.evidence)) return '';
  const [was, is] = [before.evidence.length, now.evidence.length];
  return was === is
    ? 'what its evidence says changed'
    : `it rests on ${counted(is, 'use of a source', 'uses of sources')}; it was ${was}`;
}

function fixChange(before: Finding, now: Finding): string {
  const said = now.fixes.map((fix) => {
    const old = before.fixes.find(({ number }) => number === fix.number);
    if (old === undefined) return `fix ${fix.number} was proposed`;
    return old.state === fix.state
      ? ''
      : `fix ${fix.number} is ${fix.state.replace('_', ' the ')}; it was ${old.state.replace('_', ' the ')}`;
  });
  return said.filter((words) => words !== '').join(', ') || 'its fixes changed';
}

function quoted({ quote, statement }: Finding): string {
  return `“${cutAtWord(quote || statement, LONGEST_QUOTE)}”`;
}

function entryOf(finding: Finding, key: string): unknown {
  return (finding as unknown as Record<string, unknown>)[key];
}
