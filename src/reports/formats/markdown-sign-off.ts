// The sign-off checks of a report in Markdown, with the reasons and waivers given to them. Pure.
import { plainMarkdown as plain } from '#src/markdown.ts';
import type { Paper } from '../print-view.ts';

/** How each check stands, said in words as on the paper; then what people said to what was missing. */
export function* signOffInMarkdown({ sign_off }: Pick<Paper, 'sign_off'>): Generator<string> {
  const { profile, checks, answers } = sign_off;
  yield '## What was asked before signing';
  yield `By the desk’s profile ${plain(profile)}.`;
  yield checks
    .map(({ rule, sign, stands, sentence, missing }) => {
      const lead = `- ${plain(sign)} ${plain(rule)}, ${plain(stands)}: ${plain(sentence)}`;
      return missing === '' ? lead : `${lead} · ${plain(missing)}`;
    })
    .join('\n');
  if (answers.length === 0) return;
  yield '### Reasons and waivers';
  yield answers
    .map(
      ({ rule, kind, words, by, at, of }) =>
        `- ${plain(kind)}, ${plain(rule)}: “${plain(words)}” · ${plain(by)}, ${plain(at)} · ${plain(of)}`,
    )
    .join('\n');
}
