// What comes and what goes in the paragraphs of an OpenDocument text. Pure.
import { PendingPieces } from '../pending-pieces.ts';
import type { PendingPiece } from '../word/pending.ts';
import type { XmlElement } from '../word/xml-tree.ts';
import { ChangeWalk, isParagraph, type Region, SIGNS, wordsOf } from './odt-changes.ts';

const BESIDE: ReadonlySet<string> = new Set(['text:note', 'office:annotation', 'draw:text-box']);

/** The paragraphs with changes, each as its words with what comes and what goes. */
export function pendingInText(text: XmlElement, regions: ReadonlyMap<string, Region>): PendingPieces {
  const [pending, walk] = [new PendingPieces(), new ChangeWalk(regions)];
  const put = (words: string, region: Region | undefined) => {
    if (words !== '') pending.put(pieceOf(words, region));
  };
  const putDeleted = (deletion: Region) => {
    for (const [at, paragraph] of deletion.paragraphs.entries()) {
      if (at > 0) put('¶', deletion);
      if (at > 0) pending.endParagraph();
      put(wordsOf(paragraph), deletion);
    }
  };
  const read = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') put(child.replace(/\s+/g, ' '), walk.insertion);
      else if (!walk.takes(child)) one(child);
    }
  };
  const one = (element: XmlElement): void => {
    const sign = SIGNS[element.name];
    const deletion = walk.deletionAt(element);
    if (sign !== undefined) put(sign, walk.insertion);
    else if (deletion) putDeleted(deletion);
    else if (BESIDE.has(element.name)) {
      const goOn = pending.beside();
      read(element);
      goOn();
    } else {
      // Spaces between paragraphs are none of a text.
      if (isParagraph(element)) pending.endParagraph();
      read(element);
      if (!isParagraph(element)) return;
      if (walk.insertion) put('¶', walk.insertion);
      pending.endParagraph();
    }
  };
  read(text);
  return pending;
}

function pieceOf(text: string, region: Region | undefined): PendingPiece {
  if (region === undefined) return { kind: 'same', text, author: '', dated: '' };
  return { kind: region.kind, text, author: region.author, dated: region.dated };
}
