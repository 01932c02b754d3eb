// Who says what, and who was asked, in Markdown. Pure.
import { markdownLink, plainMarkdown as plain } from '#src/markdown.ts';
import type { Paper } from '../print-view.ts';
import { questionLines } from '../print-view-questions.ts';
import type { PaperAsked } from '../print-view-replies.ts';
import type { Report } from '../report.ts';

/** Each question with its rule and every account: what the plot shows stands in the figures. */
export function* questionsInMarkdown(report: Report): Generator<string> {
  if (report.questions.length > 0) yield '## Who says what';
  for (const question of report.questions) {
    const { number, point, rule, rule_sentence, copy, lines } = questionLines(question);
    yield `### Question ${number}`;
    yield `> ${plain(point)}`;
    yield [`**${plain(rule)}.**`, plain(rule_sentence)].filter(Boolean).join(' ');
    yield plain(copy);
    const accounts = lines.map(({ who, role, says, quote, remarks, source, url, changed }) => {
      const name = [who, role].filter(Boolean).map(plain).join(', ');
      const from = source === '' ? '' : markdownLink(source, url);
      const since = changed === '' ? '' : `changed since: ${plain(changed)}`;
      return [`${name}: ${plain(says)}`, plain(quote), plain(remarks), from, since].filter(Boolean).join(' · ');
    });
    if (accounts.length > 0) yield accounts.map((line) => `- ${line}`).join('\n');
  }
}

/** Whom the article accuses and what they replied, and who was asked besides. */
export function* repliesInMarkdown({ accused, asked }: Paper): Generator<string> {
  if (accused.length > 0) yield '## Accused, and what they replied';
  for (const one of accused) {
    yield `### Accused ${one.number}`;
    yield `> ${[one.name, one.role].filter(Boolean).map(plain).join(', ')}`;
    yield* [one.accusation].filter(Boolean).map(plain);
    yield [`**${plain(one.reply)}.**`, plain(one.not_offered)].filter(Boolean).join(' ');
    if (one.asked.length > 0) yield one.asked.map(askedIn).join('\n');
    if (one.copy !== '')
      yield [plain(one.copy), one.copy_words && `“${plain(one.copy_words)}”`].filter(Boolean).join(' ');
    if (one.missing !== '') yield `Missing: ${plain(one.missing)}`;
  }
  if (asked.length === 0) return;
  yield accused.length > 0 ? '## Others who were asked' : '## Asked';
  yield asked.map(askedIn).join('\n');
}

function askedIn({ number, name, put, until, answer, silence }: PaperAsked): string {
  const about = number === '' ? '' : `claim ${number}`;
  return `- ${[plain(name), plain(put), about, plain(until), plain(answer || silence)].filter(Boolean).join(' · ')}`;
}
