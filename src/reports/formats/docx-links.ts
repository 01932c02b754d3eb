// Links and their ends in the Word document of a report: findings and words lead to each other.
import { Bookmark, ExternalHyperlink, InternalHyperlink, type IRunOptions, Paragraph, type ParagraphChild } from 'docx';
import { run, SMALL } from '#src/docx-pieces.ts';

const LINK = { color: '1F4B7A' };

/** A place of the paper as Word may call it: letters, digits and low lines. */
function placeName(jump: string): string {
  return jump.replaceAll('-', '_');
}

/** Words that lead to a place of the document, such as `text-4`; plain where there is none. */
export function linkTo(jump: string, said: string, how: IRunOptions = SMALL): ParagraphChild {
  if (jump === '') return run(said, how);
  return new InternalHyperlink({ anchor: placeName(jump), children: [run(said, { ...how, ...LINK })] });
}

/** Words that lead to a web address; plain where it is none, or none at all. */
export function linked(said: string, url: string, how: IRunOptions = {}): ParagraphChild {
  if (!/^https?:\/\/./i.test(url)) return run(said, how);
  return new ExternalHyperlink({ link: url, children: [run(said, { ...how, ...LINK, underline: {} })] });
}

/** A paragraph to which links lead where it has a name. */
export function numbered(name: string | null, children: ParagraphChild[], bidirectional: boolean): Paragraph {
  const [first, ...others] = children;
  if (name === null || first === undefined) return new Paragraph({ bidirectional, children });
  return new Paragraph({ bidirectional, children: [placeAt(name, [first]), ...others] });
}

/** These words, as the place of this name. */
export function placeAt(jump: string, children: ParagraphChild[]): ParagraphChild {
  return new Bookmark({ id: placeName(jump), children });
}
