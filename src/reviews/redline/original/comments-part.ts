// The comments of a Word document with those of a redline behind them. Pure.
import { COMMENTS, THREADS, withPrefixes } from '../comment-parts.ts';
import { commentsXml, type NumberedRemark, threadsXml } from '../comments-xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

type Part = typeof COMMENTS | typeof THREADS;

/** Adds the remarks to the files of the document; `main` is the name of its main part. */
export function withComments(files: Map<string, Uint8Array>, main: string, remarks: readonly NumberedRemark[]): void {
  if (remarks.length === 0) return;
  const has_ids = remarks.some(({ paragraph_id }) => paragraph_id !== undefined);
  add(files, main, { part: COMMENTS, xml: commentsXml(remarks), prefixes: has_ids ? ['w', 'w14'] : ['w'] });
  if (has_ids) add(files, main, { part: THREADS, xml: threadsXml(remarks), prefixes: ['w15'] });
}

interface Added {
  part: Part;
  xml: string;
  prefixes: ('w' | 'w14' | 'w15')[];
}

/** Behind what the part has; where the document has no such part it gets one, and knows of it. */
function add(files: Map<string, Uint8Array>, main: string, { part, xml, prefixes }: Added): void {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const links = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const known = nameIn(textOf(files, links), folder, part);
  if (known !== undefined && files.has(known)) {
    files.set(known, Buffer.from(withinRoot(textOf(files, known), xml, { part, prefixes })));
    return;
  }
  const name = `${folder}${part.name}.xml`;
  const root = withPrefixes(`<${part.root}>`, prefixes);
  files.set(name, Buffer.from(`${HEAD}${root}${xml}</${part.root}>`));
  const id = `rIdDesk${part.name.charAt(0).toUpperCase()}${part.name.slice(1)}`;
  put(files, links, '</Relationships>', `<Relationship Id="${id}" Type="${part.kind}" Target="${part.name}.xml"/>`);
  put(files, '[Content_Types].xml', '</Types>', `<Override PartName="/${name}" ContentType="${part.type}"/>`);
}

function withinRoot(text: string, xml: string, { part, prefixes }: Pick<Added, 'part' | 'prefixes'>): string {
  const tag = new RegExp(`<${part.root}\\b[^>]*>`).exec(text);
  const opened = tag === null ? text : text.replace(tag[0], () => withPrefixes(tag[0], prefixes));
  const end = opened.lastIndexOf('</');
  // A part without a comment may close where it opens.
  return end < 0
    ? opened.replace(/\/>\s*$/, () => `>${xml}</${part.root}>`)
    : opened.slice(0, end) + xml + opened.slice(end);
}

/** The comments that the document has; '' where it has none. */
export function commentsIn(files: ReadonlyMap<string, Uint8Array>): string {
  return [...files.keys()]
    .filter((name) => /^word\/comments\d*\.xml$/.test(name))
    .map((name) => textOf(files, name))
    .join('');
}

/** The ids of paragraphs in these parts. */
export function paragraphIdsIn(...parts: string[]): Set<string> {
  return new Set(
    parts.flatMap((xml) => [...xml.matchAll(/:paraId="([0-9A-Fa-f]{8})"/g)].map(([, id = '']) => id.toUpperCase())),
  );
}

function nameIn(links: string, folder: string, { name }: Part): string | undefined {
  const [link] = links.match(new RegExp(`<Relationship\\b[^>]*/relationships/${name}"[^>]*>`)) ?? [];
  const target = /\bTarget="([^"]+)"/.exec(link ?? '')?.[1];
  return target === undefined ? undefined : new URL(target, `zip:///${folder}`).pathname.slice(1);
}

function put(files: Map<string, Uint8Array>, name: string, end: string, xml: string): void {
  const text = textOf(files, name);
  const at = text.lastIndexOf(end);
  if (at < 0) throw new Error(`${name} does not end as it should.`);
  files.set(name, Buffer.from(text.slice(0, at) + xml + text.slice(at)));
}

function textOf(files: ReadonlyMap<string, Uint8Array>, name: string): string {
  const bytes = files.get(name);
  return bytes === undefined ? '' : Buffer.from(bytes).toString('utf8');
}
