// Where an article's text comes from: what was pasted, or a file. Both end as the same parts.
import { RuleBroken } from '#src/errors.ts';
import { cleanLine } from '#src/text-fields.ts';
import type { Waiting } from '#src/workers/turns.ts';
import { hasWords } from '../article.ts';
import { type FileGiven, isMarkdown, readFileText } from './file-text.ts';
import type { FrontMatter } from './front-matter.ts';
import { readMarkdown } from './markdown-reader.ts';

export interface Parts {
  headline: string;
  body: string;
  captions: string[];
}

/** The parts with a file in them, and what the file says besides. */
export interface PartsRead extends Parts {
  facts: Partial<FrontMatter>;
  left_out: string[];
}

/**
 * The parts with the words of the file in them, where one was chosen: its text is the body; of a Markdown file the first
 * heading is the headline where none was typed, and the words of its pictures are captions. Throws RuleBroken (field
 * `file`), TooLarge.
 */
export async function withFile(typed: Parts, file: FileGiven | undefined, waiting: Waiting = {}): Promise<PartsRead> {
  const nothing = { facts: {}, left_out: [] };
  if (file === undefined) return { ...typed, ...nothing };
  if (typed.body.trim() !== '')
    throw new RuleBroken(
      'There is text in the field above and also a file. Empty the field, or choose no file.',
      'file',
    );
  const text = await readFileText(file);
  if (!isMarkdown(file.name)) return { ...typed, body: text, ...nothing };
  const plain = await readMarkdown(text, waiting);
  if (!hasWords(plain.body))
    throw new RuleBroken('Without its markup this file has no text. Choose another, or paste the text.', 'file');
  const { facts, left_out } = plain;
  const captions = [...typed.captions, ...plain.captions];
  const read = { captions, facts, left_out };
  if (plain.headline === '' || cleanLine(typed.headline) === plain.headline)
    return { ...read, headline: typed.headline, body: plain.body };
  if (typed.headline.trim() === '') return { ...read, headline: plain.headline, body: plain.body };
  // Another headline was typed: the file's own heading is text to check like any other.
  return { ...read, headline: typed.headline, body: `${plain.headline}\n\n${plain.body}` };
}
