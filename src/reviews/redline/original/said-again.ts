// Takes the desk’s comments of the last time out of a document, where new ones say all of it. Pure.
import { paragraphIdsOf, type RemarkKey } from '../paragraph-ids.ts';
import type { Remark } from '../redline.ts';
import { xmlText } from '../xml.ts';

type Files = ReadonlyMap<string, Buffer>;

/**
 * The files without comments that are ours by their ids, to which nobody replied, and whose words stand in the remark on the
 * same thing: whoever gets the document a second time reads them once. The very same files where there are none.
 */
export function withoutSaidAgain(files: Files, main: string, remarks: readonly Remark[]): Files {
  const after = new Map(files);
  const said = linesByParagraph(remarks);
  const threads = [...files.keys()].filter((name) => /^word\/comments(?:Extended|Ids)\d*\.xml$/.test(name));
  const isAnswered = (id: string) => threads.some((name) => textOf(after, name).includes(`paraIdParent="${id}"`));
  for (const name of [...files.keys()].filter((one) => /^word\/comments\d*\.xml$/.test(one)))
    for (const [comment] of textOf(files, name).matchAll(/<w:comment\b(?:(?!<\/w:comment>)[\s\S])*<\/w:comment>/g)) {
      const paragraph = [...comment.matchAll(/:paraId="([0-9A-Fa-f]{8})"/g)].at(-1)?.[1] ?? '';
      const number = /\bw:id="(\d+)"/.exec(comment)?.[1];
      const now = said.get(paragraph.toUpperCase());
      if (number === undefined || now === undefined || isAnswered(paragraph) || !saysNoMore(comment, now)) continue;
      const text = withoutMarks(textOf(after, main), number);
      if (text === undefined) continue;
      after.set(main, Buffer.from(text));
      after.set(name, Buffer.from(textOf(after, name).replace(comment, '')));
      const entry = new RegExp(`<[\\w:]+\\b[^>]*:paraId="${paragraph}"[^>]*/>`);
      for (const part of threads) after.set(part, Buffer.from(textOf(after, part).replace(entry, '')));
    }
  return after;
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

/** The first line says how it stood then. */
function saysNoMore(comment: string, now: ReadonlySet<string>): boolean {
  const lines = (comment.match(/<w:p\b(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g) ?? []).map((paragraph) =>
    folded(paragraph.replace(/<w:(?:br|tab)\/>/g, ' ').replace(/<[^>]*>/g, '')),
  );
  return lines.slice(1).every((line) => line === '' || now.has(line));
}

/** The document without the ends of the comment; undefined where it refers to it in a way that is not known here. */
function withoutMarks(document: string, number: string): string | undefined {
  const end = new RegExp(`<w:commentRange(?:Start|End)\\b[^>]*\\bw:id="${number}"[^>]*/>`, 'g');
  const run = new RegExp(
    `<w:r\\b[^>]*>(?:<w:rPr>(?:(?!</w:rPr>)[\\s\\S])*</w:rPr>)?<w:commentReference\\b[^>]*\\bw:id="${number}"[^>]*/></w:r>`,
    'g',
  );
  const without = document.replace(end, '').replace(run, '');
  return new RegExp(`<w:comment\\w*\\b[^>]*\\bw:id="${number}"`).test(without) ? undefined : without;
}

function folded(text: string): string {
  return text.replaceAll('&apos;', "'").replace(/\s+/g, ' ').trim();
}

function textOf(files: Files, name: string): string {
  return files.get(name)?.toString('utf8') ?? '';
}
