// Writes a redline into the writer's own Word document: nothing but the runs that it touches differs. Pure.
import { unpackAll } from '#src/articles/documents/word/archive.ts';
import { readWordText } from '#src/articles/documents/word/docx.ts';
import type { WordBlock } from '#src/articles/documents/word/line.ts';
import { elementsOf, parseXml, textIn, type XmlElement } from '#src/articles/documents/word/xml-tree.ts';
import { RuleBroken } from '#src/errors.ts';
import { packed } from '#src/packed.ts';
import { numberedRemarks } from '../comments-xml.ts';
import type { Change, Redline, Remark } from '../redline.ts';
import { withCommentsAhead } from './comments-ahead.ts';
import { commentsIn, paragraphIdsIn, withComments } from './comments-part.ts';
import { type ChangePlaced, marksOfChanges, marksOfRemarks, placesOfChanges } from './marks.ts';
import { placeText } from './place-text.ts';
import { editRuns, type Mark, type RunToEdit } from './run-edits.ts';
import { withoutSaidAgain } from './said-again.ts';

/**
 * The bytes of the document with the changes tracked and the remarks as comments on their words. What somebody changed in the
 * text when the version was added is tracked, too, as the desk's. Null where the document cannot carry them: then a new one has
 * to be made. What stands nowhere in it letter for letter is a remark that asks for it to be made by hand.
 */
export async function writeIntoDocument(redline: Redline, document: Uint8Array): Promise<Uint8Array | null> {
  const unpacked = unpackedOr(document);
  if (unpacked === null) return null;
  const { part: main } = await readWordText(unpacked);
  const contents = withoutSaidAgain(unpacked, main.name, redline.remarks);
  const { blocks, part } = await readWordText(contents);
  if (!/<w:document\b/.test(part.xml)) return null;
  const placement = placeText(redline.text, blocks);
  const { placed, unplaced } = placesOfChanges(redline, placement);
  const remarks = [...redline.remarks, ...unplaced.map(byHand)];
  const first = {
    change: 1 + greatest(part.xml, /\bw:id="(\d{1,9})"/g),
    remark: 1 + greatest(commentsIn(contents), /<w:comment\b[^<>]*?\bw:id="(\d{1,9})"/g),
  };
  const marks = [...marksOfChanges(placed, first.change), ...marksOfRemarks(remarks, placement, first.remark)];
  const files = new Map<string, Uint8Array>(contents);
  const edited = editRuns(part.xml, runsWith(marks, parseXml(part.xml)), textIn);
  files.set(part.name, Buffer.from(withCommentsAhead(edited, first.remark)));
  const taken = paragraphIdsIn(part.xml, commentsIn(contents));
  withComments(files, part.name, numberedRemarks(remarks, first.remark, taken));
  const isRight = await saysWhatItShould(files, contents, { blocks, placed });
  return isRight ? packed(Object.fromEntries(files)) : null;
}

/** All files of the document; null where its pictures are more than can be packed again. */
function unpackedOr(document: Uint8Array): Map<string, Buffer> | null {
  try {
    return unpackAll(Buffer.from(document));
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    return null;
  }
}

/** A change that stands nowhere letter for letter, as a remark. */
function byHand(change: Change): Remark {
  const words = change.new_words === '' ? 'Delete these words.' : `Change to: ${change.new_words}`;
  return {
    range: change.start < change.end ? { start: change.start, end: change.end } : null,
    author: change.author,
    at: change.at,
    lines: ['Agreed, but not made here: the document has these words in another form. Make it by hand.', words],
  };
}

/** The greatest number in the XML, as the pattern finds it; 0 where there is none. */
function greatest(xml: string, pattern: RegExp): number {
  let most = 0;
  for (const [, number] of xml.matchAll(pattern)) most = Math.max(most, Number(number));
  return most;
}

/** The runs to be written anew, each with the insertion that it is part of. The tree is another one than the marks'. */
function runsWith(marks: readonly (Mark & { run: XmlElement })[], root: XmlElement): RunToEdit[] {
  const insertions = insertionsIn(root);
  return [...Map.groupBy(marks, ({ run }) => run)].map(([run, some]) => ({
    run,
    within: insertions.find(({ start, end }) => start < run.start && run.end < end),
    marks: some,
  }));
}

/** Those that the document tracks around runs, innermost first. */
function insertionsIn(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    const inside = insertionsIn(child);
    const isAround = /^w:(?:ins|moveTo)$/.test(child.name) && child.children.length > 0;
    return isAround ? [...inside, child] : inside;
  });
}

/** Read again: with all changes taken it has the new words, with none it is what it was. */
async function saysWhatItShould(
  files: ReadonlyMap<string, Uint8Array>,
  before: ReadonlyMap<string, Buffer>,
  { blocks, placed }: { blocks: readonly WordBlock[]; placed: readonly ChangePlaced[] },
): Promise<boolean> {
  const after = new Map([...files].map(([name, bytes]) => [name, Buffer.from(bytes)]));
  const changes = Map.groupBy(placed, ({ block }) => block);
  const wanted = blocks.map((block) => withChanges(block, changes.get(block) ?? []));
  const accepted = (await readWordText(after)).blocks.map(({ text }) => text);
  const [was, is] = [await readWordText(before, 'original'), await readWordText(after, 'original')];
  return (
    isSame(accepted, wanted) &&
    isSame(
      is.blocks.map(({ text }) => text),
      was.blocks.map(({ text }) => text),
    )
  );
}

function withChanges({ text }: WordBlock, changes: readonly ChangePlaced[]): string {
  let changed = text;
  for (const { start, end, words } of changes.toSorted((a, b) => b.start - a.start || b.end - a.end))
    changed = changed.slice(0, start) + words + changed.slice(end);
  return changed;
}

function isSame(one: string[], other: string[]): boolean {
  const plain = (texts: string[]) =>
    texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  return plain(one).join('\n') === plain(other).join('\n');
}
