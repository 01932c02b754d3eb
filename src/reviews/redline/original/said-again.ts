// Takes the desk’s comments of the last time out of a document, where new ones say all of it. Pure.
import { xmlText } from '#src/xml-text.ts';
import { besideLead, hasLead } from '../lead.ts';
import { paragraphIdsOf, type RemarkKey } from '../paragraph-ids.ts';
import type { Remark } from '../redline.ts';
import { elementsNamed, withoutElements } from './named-elements.ts';

type Files = ReadonlyMap<string, Buffer>;

/**
 * The files without comments that are ours by their ids, to which nobody replied, and whose words stand in the remark on the
 * same thing: whoever gets the document a second time reads them once. The very same files where there are none.
 */
export function withoutSaidAgain(files: Files, main: string, remarks: readonly Remark[]): Files {
  const after = new Map(files);
  const said = linesByParagraph(remarks);
  const threads = [...files.keys()].filter((name) => /^word\/comments(?:Extended|Ids)\d*\.xml$/.test(name));
  const answered = new Set(threads.flatMap((name) => found(PARENT, textOf(files, name))));
  const again = commentsOf(files).filter(({ xml, paragraph }) => {
    const now = said.get(paragraph.toUpperCase());
    return now !== undefined && !answered.has(paragraph) && saysNoMore(xml, now);
  });
  if (again.length === 0) return after;
  const { text, gone } = withoutMarks(textOf(files, main), new Set(again.map(({ number }) => number)));
  after.set(main, Buffer.from(text));
  const left = again.filter(({ number }) => gone.has(number));
  for (const [name, some] of Map.groupBy(left, (one) => one.name))
    after.set(name, Buffer.from(withoutElements(textOf(after, name), some)));
  const paragraphs = new Set(left.map(({ paragraph }) => paragraph));
  for (const part of threads) {
    const entries = textOf(after, part).replace(ENTRY, (xml, id: string) => (paragraphs.has(id) ? '' : xml));
    after.set(part, Buffer.from(entries));
  }
  return after;
}

const ENTRY = /<[\w:]+\b[^<>]*:paraId="([0-9A-Fa-f]{8})"[^<>]*\/>/g;

const PARENT = /paraIdParent="([^"]*)"/g;

interface Comment {
  /** The part that it stands in. */
  name: string;
  /** Where it begins there. */
  start: number;
  xml: string;
  number: string;
  /** The id of its last paragraph; '' where it has none. */
  paragraph: string;
}

function commentsOf(files: Files): Comment[] {
  const names = [...files.keys()].filter((one) => /^word\/comments\d*\.xml$/.test(one));
  return names.flatMap((name) =>
    elementsNamed('w:comment', textOf(files, name)).flatMap(({ start, xml }) => {
      const number = /\bw:id="(\d+)"/.exec(xml)?.[1];
      const paragraph = found(/:paraId="([0-9A-Fa-f]{8})"/g, xml).at(-1) ?? '';
      return number === undefined ? [] : [{ name, start, xml, number, paragraph }];
    }),
  );
}

function found(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map(([, id = '']) => id);
}

function linesByParagraph(remarks: readonly Remark[]): Map<string, Set<string>> {
  return new Map(
    remarks.flatMap(({ key, lines }) => {
      if (key === undefined) return [];
      const words = new Set(lines.map((line) => folded(xmlText(line))));
      return keysLike(key).flatMap((one) => paragraphIdsOf(one).map((id) => [id, words] as const));
    }),
  );
}

const MOST_VERSIONS = 100;

/** What is said of the file as a whole was said of versions before. */
function keysLike(key: RemarkKey): RemarkKey[] {
  if (key.kind !== 'version') return [key];
  const first = Math.max(1, key.number - MOST_VERSIONS);
  return Array.from({ length: key.number - first + 1 }, (_, at) => ({ ...key, number: first + at }));
}

/** The first line says how it stood then, and nothing that somebody typed onto it. */
function saysNoMore(comment: string, now: ReadonlySet<string>): boolean {
  const lines = elementsNamed('w:p', comment).map(({ xml }) =>
    folded(xml.replace(/<w:(?:br|tab)\/>/g, ' ').replace(/<[^>]*>/g, '')),
  );
  const [first = ''] = lines;
  const isOurs = hasLead(first) ? besideLead(first) === '' : /^(?:Claim|Version) \d/.test(first);
  return isOurs && lines.slice(1).every((line) => line === '' || now.has(line));
}

const END = /<w:commentRange(?:Start|End)\b[^<>]*\bw:id="(\d+)"[^<>]*\/>/g;
const RUN =
  /<w:r\b[^<>]*>(?:<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<\/w:rPr>)?<w:commentReference\b[^<>]*\bw:id="(\d+)"[^<>]*\/><\/w:r>/g;
const ANY = /<w:comment\w*\b[^<>]*\bw:id="(\d+)"/g;

/** The document without the ends of the comments, all in one pass; those stay to which it refers in a way that is not known here. */
function withoutMarks(document: string, numbers: ReadonlySet<string>): { text: string; gone: ReadonlySet<string> } {
  const without = (some: ReadonlySet<string>) => {
    const mark = (xml: string, number: string) => (some.has(number) ? '' : xml);
    return document.replace(END, mark).replace(RUN, mark);
  };
  const left = new Set(found(ANY, without(numbers)));
  const gone = new Set([...numbers].filter((number) => !left.has(number)));
  return { text: without(gone), gone };
}

function folded(text: string): string {
  return text.replaceAll('&apos;', "'").replace(/\s+/g, ' ').trim();
}

function textOf(files: Files, name: string): string {
  return files.get(name)?.toString('utf8') ?? '';
}
