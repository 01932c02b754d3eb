// The findings of a report in Markdown, each with what it rests on. Pure.
import { markdownLink, plainMarkdown as plain } from '#src/markdown.ts';
import type { Paper } from '../print-view.ts';
import type { PaperEntry, PaperFix } from '../print-view-finding.ts';
import type { PaperSource } from '../print-view-source.ts';

/** A heading a finding, in the order of the paper. */
export function* findingsInMarkdown({ entries, briefs }: Paper): Generator<string> {
  yield '## Findings';
  if (entries.length === 0)
    yield briefs.length === 0 ? 'No claim is done yet.' : 'No claim needs more than the line it has below.';
  for (const entry of entries) yield* findingIn(entry);
}

function* findingIn(entry: PaperEntry): Generator<string> {
  const { number, mark, verdict, quote, statement, say, chain, sentence, not_checked, provisional, fixes, rests } =
    entry;
  yield `### Claim ${number}: ${plain(mark)} ${plain(verdict)}`;
  yield `> ${plain(quote)}`;
  if (not_checked !== '') yield `**${plain(not_checked)}**`;
  yield* [sentence, provisional].filter(Boolean).map(plain);
  if (statement !== '') yield `Under check: ${plain(statement)}`;
  yield* [say, chain].filter(Boolean).map(plain);
  const lines = [...fixes.map(fixInMarkdown), ...rests.map(sourceIn)];
  if (lines.length > 0) yield lines.map((line) => `- ${line}`).join('\n');
}

/** What became of a fix, both wordings, and why. */
export function fixInMarkdown({ lead, old_words, new_words, reason }: PaperFix): string {
  const change = `${plain(lead)} “${plain(old_words)}” → “${plain(new_words)}”`;
  return [change, plain(reason)].filter(Boolean).join(' · ');
}

function sourceIn({ title, url, from, passage, remarks, copies }: PaperSource): string {
  const lead = [markdownLink(title, url), plain(from)].filter(Boolean).join(', ');
  const words = passage === '' ? lead : `${lead}: ${plain(passage)}`;
  return [words, plain(remarks), ...copies.map(plain)].filter(Boolean).join(' · ');
}
