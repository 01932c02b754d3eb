// Reads OpenDocument texts (.odt): their words in order, by way of the markup that pages are read by.
import { RuleBroken } from '#src/errors.ts';
import { cleanLine } from '#src/text-fields.ts';
import { assembleParts } from '../assemble.ts';
import { languageTag } from '../canonical.ts';
import { type Draft, type DraftText, NO_FACTS } from '../draft.ts';
import { LeftOut } from '../left-out.ts';
import { parseMarkup, readMarkup } from '../markup.ts';
import { refused, SAVE_AS_TEXT } from '../refused.ts';
import { withComments } from '../told-comments.ts';
import { pendingOf } from '../word/pending.ts';
import { childOf, findAll, parseXml, textIn, type XmlElement } from '../word/xml-tree.ts';
import { BadZip, listZip, unpack } from '../zip.ts';
import { regionsIn, wordsOf } from './odt-changes.ts';
import { OdtMarkup, spaced } from './odt-markup.ts';
import { originalOf } from './odt-original.ts';
import { pendingInText } from './odt-pending.ts';

const UNPACKED_BYTES = 30_000_000;
const READ = ['content.xml', 'styles.xml', 'meta.xml'];
const EDGES = ['header', 'footer'].flatMap((edge) => ['', '-left', '-first'].map((of) => `style:${edge}${of}`));

/** What an OpenDocument text says. Throws RuleBroken: a password, a bomb, damage. */
export async function readOdt(bytes: Uint8Array): Promise<Draft> {
  const parts = unpacked(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  try {
    return draftOf(parts);
  } catch (error) {
    if (error instanceof RuleBroken) throw error;
    throw damaged(error);
  }
}

function draftOf(parts: ReadonlyMap<string, Buffer>): Draft {
  const parsed = (name: string) => parseXml(parts.get(name)?.toString('utf8') ?? '<none/>');
  const [content, styles, meta] = [parsed('content.xml'), parsed('styles.xml'), parsed('meta.xml')];
  const [text] = findAll(content, 'office:text');
  if (text === undefined) throw new Error('The document has no text.');
  const regions = regionsIn(text);
  const accepted = new LeftOut();
  for (const { kind, paragraphs } of regions.values())
    if (kind === 'gone') for (const one of paragraphs) accepted.add('Words deleted with tracked changes', wordsOf(one));
  return {
    ...NO_FACTS,
    kind: 'odt',
    ...textOf(text, { content, styles, left_out: accepted }),
    byline: said(meta, 'meta:initial-creator') || said(meta, 'dc:creator'),
    language: languageTag(said(meta, 'dc:language')),
    ...trackedIn(text, regions, { content, styles }),
  };
}

interface OdtParts {
  content: XmlElement;
  styles: XmlElement;
}

/** The changes that are pending, and the text as it was before them; neither where no words change. */
function trackedIn(
  text: XmlElement,
  regions: ReturnType<typeof regionsIn>,
  parts: OdtParts,
): Pick<Draft, 'pending' | 'as_before'> {
  if (regions.size === 0) return {};
  const { paragraphs, count } = pendingInText(text, regions);
  if (count === 0) return {};
  const left_out = new LeftOut();
  const before = originalOf(text, regions, left_out);
  return { pending: pendingOf(paragraphs, count), as_before: textOf(before, { ...parts, left_out }) };
}

function textOf(text: XmlElement, { content, styles, left_out }: OdtParts & { left_out: LeftOut }): DraftText {
  const written = new OdtMarkup([styles, content], left_out).write(text);
  const page = parseMarkup(written);
  const { flow, notes } = readMarkup(page.body, page, left_out);
  if (flow.pictures > 0) left_out.say('Pictures: write captions by hand where they matter.');
  if (flow.tables > 0) left_out.say('The lines of tables: each row is a line of text, its cells separated by tabs.');
  for (const edge of EDGES)
    for (const one of findAll(styles, edge)) left_out.add('Headers and footers of the pages', spaced(one));
  return { ...assembleParts(flow.blocks, withComments(notes), { left_out }), left_out: left_out.sentences() };
}

function said(meta: XmlElement, name: string): string {
  const found = childOf(childOf(childOf(meta, 'office:document-meta'), 'office:meta'), name);
  return found === undefined ? '' : cleanLine(textIn(found)).slice(0, 300);
}

function unpacked(bytes: Buffer): Map<string, Buffer> {
  try {
    const entries = listZip(bytes);
    return unpack(
      bytes,
      entries.filter(({ name }) => READ.includes(name)),
      UNPACKED_BYTES,
    );
  } catch (error) {
    if (!(error instanceof BadZip)) throw error;
    if (error.why === 'bomb')
      throw refused('This document is too large when unpacked (limit: 30 MB of text and styles).', SAVE_AS_TEXT);
    if (error.why === 'encrypted') throw refused('This document is locked with a password.');
    throw damaged(error);
  }
}

function damaged(cause: unknown): Error {
  const said =
    'This OpenDocument text is damaged, or locked with a password: the desk could not read it. Open it in its program and save it again.';
  return Object.assign(refused(said), { cause });
}
