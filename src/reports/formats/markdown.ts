// Writes report.md: the report as a text that any editor shows and any chat takes.
import { markdownLink, plainMarkdown as plain } from '#src/markdown.ts';
import { othersTurn } from '#src/others-turn.ts';
import { piecesOf } from '#src/outgoing-file.ts';
import { AUDIENCES } from '#src/sources/held-back/audience.ts';
import { type Paper, paperOf } from '../print-view.ts';
import type { Report } from '../report.ts';
import type { Sealed } from '../sealed.ts';
import { findingsInMarkdown, fixInMarkdown } from './markdown-findings.ts';
import { questionsInMarkdown, repliesInMarkdown } from './markdown-replies.ts';
import { signOffInMarkdown } from './markdown-sign-off.ts';
import { textInMarkdown } from './markdown-text.ts';
import type { ReportFormat } from './report-format.ts';

/** The words are those of the paper; what people typed stands as it is, with nothing in it taken for markup. */
export const MARKDOWN_FILE: ReportFormat = {
  name: 'md',
  label: 'Markdown',
  purpose: 'plain text with headings, for editors and chats',
  shelf: 'readers',
  media_type: 'text/markdown; charset=utf-8',
  audiences: AUDIENCES,
  write: (report, _table, seal) => piecesOf(textsOf(report, seal)),
};

async function* textsOf(report: Report, seal: Sealed | undefined): AsyncGenerator<string> {
  let before = '';
  for (const block of blocksOf(report, await paperOf(report, seal))) {
    await othersTurn();
    yield `${before}${block}\n`;
    before = '\n';
  }
}

/** Paragraphs, lists and headings, each a block that has an empty line before the next. */
function* blocksOf(report: Report, paper: Paper): Generator<string> {
  yield* headIn(paper);
  yield* notCheckedIn(paper);
  yield* findingsInMarkdown(paper);
  yield* questionsInMarkdown(report);
  yield* changesIn(paper);
  yield* rightIn(paper);
  yield* repliesInMarkdown(paper);
  yield* textInMarkdown(report);
  yield* houseIn(paper);
  yield* signOffInMarkdown(paper);
  yield '## How to check this report';
  const copies = paper.copies.map(({ words, hash }) => ({ term: `${words}, SHA-256`, hash }));
  yield list([...paper.hashes, ...copies].map(({ term, hash }) => `${plain(term)}: \`${hash}\``));
}

function* houseIn({ house }: Paper): Generator<string> {
  for (const { name, lines, scale } of house) {
    yield `## ${plain(name)}`;
    for (const { words, url } of lines) yield url === undefined ? plain(words) : markdownLink(words, url);
    if (scale.length > 0) yield list(scale.map(({ mark, label, says }) => plain(`${mark} ${label}: ${says}`)));
  }
}

function* headIn(paper: Paper): Generator<string> {
  if (paper.internal !== '') yield `**${plain(paper.internal)}**`;
  yield `# ${plain(paper.title)} (${paper.kind.toLowerCase()})`;
  yield plain(paper.draft);
  if (paper.changes.length > 0) {
    yield 'What has changed since the report before:';
    yield list(paper.changes.map(plain));
  }
  yield plain(paper.byline);
  yield* correctionsIn(paper);
  const facts = paper.facts.map(
    ({ term, words, url }) => `${plain(term)}: ${url ? markdownLink(words, url) : plain(words)}`,
  );
  yield list(facts);
  if (paper.tally.length === 0) return;
  yield '## Counts';
  yield list(paper.tally.map(({ count, label }) => `${count} ${plain(label)}`));
}

function* correctionsIn({ corrections }: Paper): Generator<string> {
  if (corrections.length === 0) return;
  yield '## Corrections';
  yield list(corrections.map(({ sentence, since }) => [sentence, since].filter(Boolean).map(plain).join(' ')));
}

function* notCheckedIn(paper: Paper): Generator<string> {
  yield '## Not checked';
  if (paper.all_checked !== '') yield plain(paper.all_checked);
  else
    yield list(
      paper.not_checked.map(({ sentence, words, remark }) =>
        [`Sentence ${sentence}: “${plain(words)}”`, plain(remark)].filter(Boolean).join(' · '),
      ),
    );
  if (paper.dropped !== '') yield plain(paper.dropped);
}

function* changesIn({ other_fixes, queries }: Paper): Generator<string> {
  if (other_fixes.length > 0) {
    yield '## Other changes to the copy';
    yield list(other_fixes.map(fixInMarkdown));
  }
  if (queries.length === 0) return;
  yield '## Queries';
  yield list(
    queries.map(({ claim, to_whom, question, answers, silence }) => {
      const about = claim === null ? '' : ` on claim ${claim}`;
      const said = answers.map(({ answer, name }) => `“${plain(answer)}” (${plain(name)})`);
      return `To the ${to_whom}${about}: ${[plain(question), ...said, plain(silence)].filter(Boolean).join(' · ')}`;
    }),
  );
}

function* rightIn({ briefs, brief_name, ticks }: Paper): Generator<string> {
  if (briefs.length > 0) {
    yield `## ${plain(brief_name)}`;
    yield list(briefs.map(({ number, quote, say }) => `Claim ${number}: “${plain(quote)}” · ${plain(say)}`));
  }
  if (ticks.length === 0) return;
  yield '## Ticked as right';
  yield list(ticks.map(({ sentence, words, say }) => `Sentence ${sentence}: “${plain(words)}” · ${plain(say)}`));
}

function list(lines: string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}
