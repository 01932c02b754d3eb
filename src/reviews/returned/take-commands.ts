// The verb that notes what a document that came back says of fixes and queries.
import type { OnRevised } from '#src/claims/revision/hooks.ts';
import { counted } from '#src/counted.ts';
import { assertMay } from '#src/people/permissions.ts';
import { listFixes } from '../fixes/store.ts';
import { storeWriterWord } from '../fixes/writer-word-commands.ts';
import { storeAnswer } from '../queries/commands.ts';
import { listQueries } from '../queries/store.ts';
import { returnedNotedIn } from './noted.ts';

/**
 * For reviseArticle: the writer's word on fixes and answers to queries, as a person took them from the document that the
 * version comes as. The state of a fix stays: that is the editor's, or the text's. What was noted already stays one.
 */
export const noteReturned: OnRevised = async (ctx, article, { typed }) => {
  const noted = returnedNotedIn(typed ?? {});
  if (noted.fixes.length + noted.answers.length === 0) return '';
  assertMay(article.role, 'ask_queries_and_fixes');
  const fixes = new Map((await listFixes(ctx.db, article.id)).map((fix) => [fix.number, fix]));
  const queries = new Map((await listQueries(ctx.db, article.id)).map((query) => [query.number, query]));
  let [words, answers] = [0, 0];
  for (const { number, word, line } of noted.fixes) {
    const fix = fixes.get(number);
    const said = {
      word,
      line: line || (word === 'refuse' ? REFUSED : ''),
      name: 'the writer',
      how: 'message',
    } as const;
    if (fix && (await storeWriterWord(ctx, fix, said))) words += 1;
  }
  for (const { number, answer, name } of noted.answers) {
    const query = queries.get(number);
    // Dropped since the page was opened: it needs no answer any more.
    if (query === undefined || query.state === 'dropped') continue;
    if (await storeAnswer(ctx, query, { answer, name, answered_by: 'writer', how: 'message' })) answers += 1;
  }
  return sayNoted(words, answers);
};

const REFUSED = 'Refused in the document that came back.';

function sayNoted(words: number, answers: number): string {
  const said = [
    words > 0 && `the writer’s word on ${counted(words, 'fix', 'fixes')}`,
    answers > 0 && counted(answers, 'answer'),
  ].filter(Boolean);
  return said.length === 0 ? '' : `Noted from the document: ${said.join(' and ')}.`;
}
