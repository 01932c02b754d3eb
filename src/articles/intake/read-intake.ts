// Reads the file that somebody chose into a draft: documents in a process of their own.
import { RuleBroken } from '#src/errors.ts';
import type { Waiting } from '#src/workers/turns.ts';
import { type DocumentGiven, type Draft, NO_FACTS } from '../documents/draft.ts';
import { kindOf } from '../documents/kind.ts';
import { readDocument } from '../documents/read-document.ts';
import { type FileGiven, isMarkdown } from './file-text.ts';
import { withFile } from './intake.ts';

/**
 * The draft of a document or of a plain file. Throws RuleBroken (field `file`) with a sentence that names it, TooLarge;
 * then nothing is stored. Documents are read one at a time: `waiting` is told where this one has to wait.
 */
export async function readGiven(document: DocumentGiven, waiting: Waiting = {}): Promise<Draft> {
  const isPlain = document.url === undefined && kindOf(document.bytes) === undefined;
  if (isPlain) return await draftOfPlain({ name: document.name, bytes: Buffer.from(document.bytes) }, waiting);
  try {
    return await readDocument(document, waiting);
  } catch (error) {
    if (error instanceof RuleBroken && document.url === undefined)
      error.message = `“${document.name.slice(0, 80).toWellFormed()}”: ${error.message}`;
    throw error;
  }
}

async function draftOfPlain(file: FileGiven, waiting: Waiting): Promise<Draft> {
  const { headline, body, captions, facts, left_out } = await withFile(
    { headline: '', body: '', captions: [] },
    file,
    waiting,
  );
  const markdown = isMarkdown(file.name);
  const { title: _, standfirst = '', ...said } = facts;
  return {
    ...NO_FACTS,
    ...said,
    kind: markdown ? 'markdown' : 'text',
    parts: [
      ...(headline === '' ? [] : [{ role: 'headline' as const, text: headline }]),
      ...(standfirst === '' ? [] : [{ role: 'standfirst' as const, text: standfirst }]),
      { role: 'body', text: body },
      ...captions.map((text) => ({ role: 'caption' as const, text })),
    ],
    proposed_sources: [],
    left_out: markdown
      ? [...left_out, 'Its marks for emphasis, headings and links: the words are used without them.']
      : left_out,
  };
}
