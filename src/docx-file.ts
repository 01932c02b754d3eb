// Bytes of a Word document that the docx package makes, without the times and random ids it would write.
import { type Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { packed } from './packed.ts';

/** The same document gives the same bytes; `at` is when it was made, ISO 8601 in UTC. */
export async function docxBytes(document: Document, at: string): Promise<Uint8Array> {
  const parts = unzipSync(new Uint8Array(await Packer.toBuffer(document)));
  const links = new Map<string, string>();
  const marks = new Map<string, string>();
  // Text has no `<` of its own in XML: what begins with one is an element.
  change(parts, 'word/document.xml', (xml) =>
    xml
      .replace(/(<w:hyperlink [^>]*r:id=")([^"]+)/g, (_, before, id) => before + inOrder(links, id, 'rIdLink'))
      .replace(/(<w:bookmark(?:Start|End) [^>]*w:id=")(\d+)/g, (_, before, id) => before + inOrder(marks, id, '')),
  );
  change(parts, 'word/_rels/document.xml.rels', (xml) =>
    xml.replace(/(<Relationship Id=")([^"]+)/g, (_, before, id) => before + (links.get(id) ?? id)),
  );
  change(parts, 'docProps/core.xml', (xml) => xml.replace(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${at}`));
  return packed(parts);
}

function change(parts: Record<string, Uint8Array>, name: string, how: (xml: string) => string): void {
  const part = parts[name];
  if (part !== undefined) parts[name] = strToU8(how(strFromU8(part)));
}

/** The name by which a thing goes: its number among those that were met. */
function inOrder(known: Map<string, string>, id: string, before: string): string {
  const name = known.get(id) ?? `${before}${known.size + 1}`;
  known.set(id, name);
  return name;
}
