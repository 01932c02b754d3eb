// The comments of a Word document with those of a redline behind them. Pure.
import { commentsXml } from '../comments-xml.ts';
import type { Remark } from '../redline.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Adds the remarks, numbered from `first`, to the files of the document; `main` is the name of its main part. */
export function withComments(
  files: Map<string, Uint8Array>,
  main: string,
  remarks: readonly Remark[],
  first: number,
): void {
  if (remarks.length === 0) return;
  const written = commentsXml(remarks, first);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const links = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const known = commentsNameIn(textOf(files, links), folder);
  if (known !== undefined && files.has(known)) {
    const comments = textOf(files, known);
    const end = comments.lastIndexOf('</');
    // A part without a comment may close where it opens.
    const whole =
      end < 0
        ? comments.replace(/\/>\s*$/, `>${written}</w:comments>`)
        : comments.slice(0, end) + written + comments.slice(end);
    files.set(known, Buffer.from(whole));
    return;
  }
  const name = `${folder}comments.xml`;
  files.set(name, Buffer.from(`${HEAD}<w:comments xmlns:w="${WORD}">${written}</w:comments>`));
  put(files, links, '</Relationships>', `<Relationship Id="rIdDeskComments" Type="${KIND}" Target="comments.xml"/>`);
  put(files, '[Content_Types].xml', '</Types>', `<Override PartName="/${name}" ContentType="${TYPE}"/>`);
}

/** The comments that the document has; '' where it has none. */
export function commentsIn(files: ReadonlyMap<string, Uint8Array>): string {
  return [...files.keys()]
    .filter((name) => /^word\/comments\d*\.xml$/.test(name))
    .map((name) => textOf(files, name))
    .join('');
}

function commentsNameIn(links: string, folder: string): string | undefined {
  const [link] = links.match(/<Relationship\b[^>]*\/relationships\/comments"[^>]*>/) ?? [];
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
