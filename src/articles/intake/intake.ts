// Where an article's text comes from: what was pasted, or a file. Both end as the same parts.
import { RuleBroken } from '#src/errors.ts';
import { cleanLine } from '#src/text-fields.ts';
import type { Waiting } from '#src/workers/turns.ts';
import { hasWords } from '../article.ts';
import { type FileGiven, isMarkdown, readFileText } from './file-text.ts';
import { readMarkdown } from './markdown-reader.ts';

export interface Parts {
  headline: string;
  body: string;
  captions: string[];
}

/**
 * The parts with the words of the file in them, where one was chosen: its text is the body; of a Markdown file the first
 * heading is the headline where none was typed, and the words of its pictures are captions. Throws RuleBroken (field
 * `file`), TooLarge.
 */
export async function withFile(typed: Parts, file: FileGiven | undefined, waiting: Waiting = {}): Promise<Parts> {
  if (file === undefined) return typed;
  if (typed.body.trim() !== '')
    throw new RuleBroken(
      'There is text in the field above and also a file. Empty the field, or choose no file.',
      'file',
    );
  const text = await readFileText(file);
  if (!isMarkdown(file.name)) return { ...typed, body: text };
  const plain = await readMarkdown(text, waiting);
  if (!hasWords(plain.body))
    throw new RuleBroken('Without its markup this file has no text. Choose another, or paste the text.', 'file');
  const captions = [...typed.captions, ...plain.captions];
  if (plain.headline === '' || cleanLine(typed.headline) === plain.headline)
    return { headline: typed.headline, body: plain.body, captions };
  if (typed.headline.trim() === '') return { headline: plain.headline, body: plain.body, captions };
  // Another headline was typed: the file's own heading is text to check like any other.
  return { headline: typed.headline, body: `${plain.headline}\n\n${plain.body}`, captions };
}
