// The list of changes as Markdown: one table a group. Pure.
import { plainMarkdown } from '#src/markdown.ts';
import type { ChangeList, ListedFix, ListedQuery } from './change-list.ts';

/** The list as a text of its own, in English; words of the article stand as they are, with nothing in them taken for markup. */
export function writeListMarkdown(list: ChangeList): string {
  const blocks = [
    ...(list.internal_said === '' ? [] : [`**${plainMarkdown(list.internal_said)}**`]),
    `# Fixes: ${plainMarkdown(list.article.title)}`,
    `${plainMarkdown(list.desk)}, version ${list.version}, as of ${list.as_of}.`,
    ...list.groups.flatMap(({ name, rows }) => [`## ${name}`, table(rows)]),
    ...(list.groups.length === 0 ? ['No fixes yet.'] : []),
    ...(list.refused_count > 0 ? [`${list.refused_count} refused, not in this list.`] : []),
    ...(list.queries.length > 0 ? ['## Queries', ...list.queries.map(query)] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function table(rows: ListedFix[]): string {
  const head = '| Done | No. | Where | Change | Why |\n| --- | --- | --- | --- | --- |';
  return [head, ...rows.map(row)].join('\n');
}

function row(fix: ListedFix): string {
  const { number, where, before, old_words, new_words, after, is_done } = fix;
  const change = is_done
    ? `${plainMarkdown(before)}**${plainMarkdown(new_words)}**${plainMarkdown(after)}`
    : `${plainMarkdown(before)}~~${plainMarkdown(old_words)}~~ **${plainMarkdown(new_words)}**${plainMarkdown(after)}`;
  const why = [fix.reason, fix.version_note, ...fix.said].filter(Boolean).map(plainMarkdown).join('; ');
  return `| ${is_done ? '☑' : '☐'} | ${number} | ${where} | ${change} | ${why} |`;
}

function query({ number, to_whom, where, question, words, answers, state }: ListedQuery): string {
  const lines = [
    `**Query ${number}**, ${to_whom}, ${where}${state === 'open' ? ', open' : ''}: ${plainMarkdown(question)}`,
    ...(words === '' ? [] : [`> ${plainMarkdown(words)}`]),
    ...answers.map(({ answer, by }) => `Answer (${plainMarkdown(by)}): ${plainMarkdown(answer)}`),
  ];
  return lines.join('\n\n');
}
