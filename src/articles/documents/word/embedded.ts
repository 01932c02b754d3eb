// Documents embedded in a Word document as they came: pages, mails and plain text are read, others named.
import { decodePage } from '../encoding.ts';
import type { LeftOut } from '../left-out.ts';
import { emptyLine, type WordBlock } from './line.ts';
import type { Package } from './package.ts';

/** The paragraphs of each that can be read, by the id of its relationship. What cannot be read is said. */
export async function readEmbedded(
  { embedded }: Package,
  contents: ReadonlyMap<string, Buffer>,
  left_out: LeftOut,
): Promise<Map<string, WordBlock[]>> {
  const read = new Map<string, WordBlock[]>();
  const known = new Map<string, WordBlock[] | undefined>();
  for (const { id, name } of embedded) {
    const bytes = contents.get(name);
    // One that is embedded many times is read once.
    if (bytes && !known.has(name)) known.set(name, await blocksOf(name, bytes).catch(() => undefined));
    const blocks = known.get(name);
    if (blocks) read.set(id, blocks);
    else left_out.say(`A document that is embedded in this one (${name.split('/').at(-1)}): add its text by hand.`);
  }
  return read;
}

async function blocksOf(name: string, bytes: Buffer): Promise<WordBlock[] | undefined> {
  if (/\.x?html?$/i.test(name)) return await blocksOfMarkup(decodePage(bytes).text);
  if (/\.mht(?:ml)?$/i.test(name)) {
    const { default: PostalMime } = await import('postal-mime');
    const mail = await PostalMime.parse(new Uint8Array(bytes), { maxNestingDepth: 30, maxHeadersSize: 500_000 });
    return mail.html ? await blocksOfMarkup(mail.html) : paragraphs(mail.text ?? '');
  }
  return /\.txt$/i.test(name) ? paragraphs(decodePage(bytes).text) : undefined;
}

async function blocksOfMarkup(markup: string): Promise<WordBlock[]> {
  const { parseMarkup, readMarkup } = await import('../markup.ts');
  const page = parseMarkup(markup);
  return readMarkup(page.body, page).flow.blocks.map((block) => ({ ...emptyLine(), ...block }));
}

function paragraphs(text: string): WordBlock[] {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '').map((line) => ({ ...emptyLine(), text: line }));
}
