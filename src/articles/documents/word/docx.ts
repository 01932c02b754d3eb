// Reads Word documents: text, headings, lists, notes, comments, tracked changes; no macros and no pictures.
import { oneOrCounted } from '#src/counted.ts';
import { cleanLine } from '#src/text-fields.ts';
import { assembleParts, type Note } from '../assemble.ts';
import { languageTag } from '../canonical.ts';
import { type Draft, type DraftText, NO_FACTS } from '../draft.ts';
import { LeftOut } from '../left-out.ts';
import { damaged, unpackDocument } from './archive.ts';
import { BlockReader } from './blocks.ts';
import { readEmbedded } from './embedded.ts';
import type { Changes } from './inline.ts';
import type { WordBlock } from './line.ts';
import { readNotes } from './notes.ts';
import { readMarkers } from './numbering.ts';
import { type Package, packageOf } from './package.ts';
import { pendingIn } from './pending.ts';
import { readStyles } from './styles.ts';
import { childOf, textIn, type XmlElement } from './xml-tree.ts';

/** What is written in a Word document, and where in its XML. */
export interface WordText {
  blocks: WordBlock[];
  notes: ReadonlyMap<string, Note>;
  left_out: LeftOut;
  /** The name and the XML of the part in which the text stands: places of elements are places in it. */
  part: { name: string; xml: string };
}

/** What a Word document says. Throws RuleBroken: macros, a password, a bomb, damage, or another kind of archive. */
export async function readDocx(bytes: Uint8Array): Promise<Draft> {
  const contents = unpackDocument(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const document = undamaged(() => packageOf(contents));
  const core = undamaged(() => document.core());
  const accepted = await readWordText(contents, 'accepted', document);
  return {
    ...NO_FACTS,
    kind: 'docx',
    ...textOf(accepted),
    byline: property(core, 'dc:creator'),
    language: languageTag(property(core, 'dc:language')),
    ...(TRACKED.test(document.main_part.xml) ? await trackedIn(contents, document) : {}),
  };
}

const TRACKED = /<(?:\w+:)?(?:ins|del|moveTo|moveFrom)[\s/>]/;

/** The changes that are pending, and the text as it was before them; neither where no words change. */
async function trackedIn(
  contents: ReadonlyMap<string, Buffer>,
  document: Package,
): Promise<Pick<Draft, 'pending' | 'as_before'>> {
  const pending = pendingIn((await readWordText(contents, 'both', document)).blocks);
  if (pending === undefined) return {};
  return { pending, as_before: textOf(await readWordText(contents, 'original', document)) };
}

function textOf({ blocks, notes, left_out }: WordText): DraftText {
  return { ...assembleParts(blocks, notes, { left_out }), left_out: left_out.sentences() };
}

/** The text of an unpacked document, with its tracked changes taken or as it was before them. RuleBroken where it is damaged. */
export async function readWordText(
  contents: ReadonlyMap<string, Buffer>,
  changes: Changes = 'accepted',
  document: Package = undamaged(() => packageOf(contents)),
): Promise<WordText> {
  const left_out = new LeftOut();
  const embedded = await readEmbedded(document, contents, left_out);
  return undamaged(() => {
    const styles = readStyles(document.part('styles'));
    const rules = { styles, links: document.links, changes, left_out };
    const markers = readMarkers(document.part('numbering'));
    const reader = new BlockReader({ ...rules, markers, embedded: (id) => embedded.get(id) });
    const body = childOf(childOf(document.main, 'w:document'), 'w:body');
    if (body === undefined) throw new Error('The document has no body.');
    const { blocks, pictures, tables } = reader.read(body).finish();
    sayWhatElse(left_out, { pictures, tables, document });
    return { blocks, notes: readNotes(document, rules), left_out, part: document.main_part };
  });
}

function sayWhatElse(
  left_out: LeftOut,
  { pictures, tables, document }: { pictures: number; tables: number; document: Package },
): void {
  if (pictures > 0)
    left_out.say(`${oneOrCounted(pictures, 'One picture', 'pictures')}: write captions by hand where they matter.`);
  if (tables > 0) left_out.say('The lines of tables: each row is a line of text, its cells separated by tabs.');
  for (const edge of document.edges()) left_out.add('Headers and footers of the pages', wordsOfEdge(edge));
}

/** The words of a header or footer, a paragraph after the other. */
function wordsOfEdge(edge: XmlElement): string {
  return edge.children
    .map((child) => (typeof child === 'string' ? '' : child.name === 'w:t' ? textIn(child) : wordsOfEdge(child)))
    .join(edge.name === 'w:p' || edge.name === 'w:r' ? '' : ' ');
}

function property(core: XmlElement | undefined, name: string): string {
  const value = childOf(childOf(core, 'cp:coreProperties'), name);
  return value === undefined ? '' : cleanLine(textIn(value)).slice(0, 300);
}

function undamaged<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw damaged(error);
  }
}
