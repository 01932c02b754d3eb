// The verb of the writer's word on a fix, by the link or as the desk heard it.
import { record } from '#src/audit/log.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken, StaleEdit } from '#src/errors.ts';
import type { AnswerHow } from '../tables.ts';
import { type FixFound, updateFix } from './store.ts';

export interface WriterWord {
  word: 'agree' | 'refuse';
  line: string;
  name: string;
  how: AnswerHow;
  /** The link it came by. */
  link_id?: string | null | undefined;
  /** The revision that the form showed. */
  revision?: number | undefined;
}

export const WRITER_WORDS = { agree: 'agrees', refuse: 'would rather not' } as const;

/**
 * Stores the writer's word on a fix. False where just this was said before: then nothing happens. RuleBroken (field
 * `line`) for a no without a line; StaleEdit where another word came since the form was opened.
 */
export async function storeWriterWord(ctx: Context, fix: FixFound, said: WriterWord): Promise<boolean> {
  const { word, line, name, how, link_id = null } = said;
  if (fix.writer_word === word && fix.writer_line === line) return false;
  if (word === 'refuse' && line === '') throw new RuleBroken('Say in a line why it should stay.', 'line');
  if (said.revision !== undefined && said.revision !== fix.revision && fix.writer_word !== null)
    throw staleWord(fix, said);
  await updateFix(ctx.db, fix.id, {
    writer_word: word,
    writer_line: line,
    writer_name: name,
    writer_how: how,
    writer_at: ctx.at,
    writer_link_id: link_id,
  });
  await record(ctx, {
    chain: fix.desk_id,
    verb: 'writer.gave_word',
    subject: `fix:${fix.id}`,
    article_id: fix.article_id,
    before: fix.writer_word === null ? null : { word: fix.writer_word, line: fix.writer_line },
    after: { fix: fix.number, word, line, name, how, ...(link_id === null ? {} : { link: link_id }) },
  });
  return true;
}

function staleWord({ writer_word, writer_line, revision }: FixFound, { word, line }: WriterWord): StaleEdit {
  const said = (word: keyof typeof WRITER_WORDS | null) => (word === null ? '' : WRITER_WORDS[word]);
  const yours = { word: said(word), line };
  const values = { word: writer_word ?? '', line: writer_line };
  const labels = { word: 'The writer', line: 'In a line' };
  return new StaleEdit(yours, { word: said(writer_word), line: writer_line }, { revision, values, labels });
}
