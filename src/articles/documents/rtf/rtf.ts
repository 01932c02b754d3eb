// Reads rich text files (.rtf): their words in order, by way of the markup that pages are read by.
import { oneOrCounted } from '#src/counted.ts';
import { RuleBroken } from '#src/errors.ts';
import { assembleParts } from '../assemble.ts';
import { type Draft, type DraftText, NO_FACTS } from '../draft.ts';
import { LeftOut } from '../left-out.ts';
import { parseMarkup, readMarkup } from '../markup.ts';
import { refused, SAVE_AS_TEXT } from '../refused.ts';
import { withComments } from '../told-comments.ts';
import { pendingOf } from '../word/pending.ts';
import { type RtfText, tracksChanges } from './rtf-changes.ts';
import { RtfReader } from './rtf-reader.ts';
import { tokensOf } from './tokens.ts';

/** What a rich text file says. Nothing in it is run or fetched. Throws RuleBroken where it is tangled beyond reading. */
export async function readRtf(bytes: Uint8Array): Promise<Draft> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const text = file.slice(Math.max(0, file.indexOf('{')));
  const { author, draft } = textIn(text, 'accepted');
  return { ...NO_FACTS, kind: 'rtf', ...draft, byline: author, ...(tracksChanges(text) ? trackedIn(text) : {}) };
}

/** The changes that are pending, and the text as it was before them; neither where no words change. */
function trackedIn(file: string): Pick<Draft, 'pending' | 'as_before'> {
  const reader = new RtfReader(new LeftOut(), 'both');
  writtenBy(reader, file);
  const { paragraphs, count } = reader.changes;
  if (count === 0) return {};
  return { pending: pendingOf(paragraphs, count), as_before: textIn(file, 'original').draft };
}

function textIn(file: string, wanted: RtfText): { author: string; draft: DraftText } {
  const left_out = new LeftOut();
  const reader = new RtfReader(left_out, wanted);
  const written = writtenBy(reader, file);
  const page = parseMarkup(written);
  const { flow, notes } = readMarkup(page.body, page, left_out);
  if (reader.pictures > 0)
    left_out.say(
      `${oneOrCounted(reader.pictures, 'One picture', 'pictures')}: write captions by hand where they matter.`,
    );
  if (flow.tables > 0) left_out.say('The lines of tables: each row is a line of text, its cells separated by tabs.');
  const assembled = assembleParts(flow.blocks, withComments(notes), { left_out });
  const lost = assembled.parts.reduce((sum, { text }) => sum + text.split('\uFFFD').length - 1, 0);
  if (lost > 0)
    left_out.say(`${oneOrCounted(lost, 'One letter', 'letters')} that could not be read, each shown as \uFFFD.`);
  return { author: reader.author, draft: { ...assembled, left_out: left_out.sentences() } };
}

function writtenBy(reader: RtfReader, file: string): string {
  try {
    return reader.read(tokensOf(file));
  } catch (error) {
    if (error instanceof RuleBroken) throw error;
    const said = 'This rich text file is damaged or tangled: the desk could not read it.';
    throw Object.assign(refused(said, SAVE_AS_TEXT), { cause: error });
  }
}
