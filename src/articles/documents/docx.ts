// Reads Word documents: text, headings, notes and comments; no macros, pictures or deleted text.
import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { oneOrCounted } from '#src/counted.ts';
import { cleanLine } from '#src/text-fields.ts';
import { assembleParts } from './assemble.ts';
import { damaged, unpackDocument } from './docx-archive.ts';
import { type Draft, languageTag, NO_FACTS } from './draft.ts';
import { COMMENT_BEGINS, COMMENT_BEGINS_END } from './flow.ts';
import { parseMarkup, readMarkup } from './markup.ts';

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Headline'] => h1:fresh",
  "p[style-name='Subtitle'] => div[data-part='standfirst'] > p:fresh",
  "p[style-name='Standfirst'] => div[data-part='standfirst'] > p:fresh",
  "p[style-name='caption'] => div[data-part='caption'] > p:fresh",
  "p[style-name='Caption'] => div[data-part='caption'] > p:fresh",
  'comment-reference => sup',
];

/** What a Word document says. Throws RuleBroken: macros, a password, a bomb, damage, or another kind of archive. */
export async function readDocx(bytes: Uint8Array): Promise<Draft> {
  const contents = unpackDocument(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const text = (name: string) => contents.get(name)?.toString('utf8') ?? '';
  const has_deletions = [...contents].some(([name, xml]) => DOCUMENT.test(name) && xml.includes('<w:del '));
  for (const [name, xml] of contents)
    if (DOCUMENT.test(name)) contents.set(name, Buffer.from(withoutLooks(markCommentBegins(xml.toString('utf8')))));
  const page = parseMarkup(await markupOf(contents));
  const { flow, notes } = readMarkup(page.body, page, commentTitles(text('word/comments.xml')));
  const core = text('docProps/core.xml');
  return {
    ...NO_FACTS,
    kind: 'docx',
    ...assembleParts(flow.blocks, notes),
    byline: property(core, 'dc:creator'),
    language: languageTag(property(core, 'dc:language')),
    left_out: leftOut(flow, { has_deletions, names: [...contents.keys()] }),
  };
}

const DOCUMENT = /^word\/document\d*\.xml$/;

/** Packed again from what was counted: the reader behind this never sees the archive that came. */
async function markupOf(contents: Map<string, Buffer>): Promise<string> {
  const archive = zipSync(Object.fromEntries(contents), { level: 0 });
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  const { value } = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength) },
      { styleMap: STYLES, convertImage, externalFileAccess: false },
    )
    .catch((error: unknown) => {
      throw damaged(error);
    });
  return value;
}

function leftOut(
  { pictures, tables }: { pictures: number; tables: number },
  { has_deletions, names }: { has_deletions: boolean; names: string[] },
): string[] {
  return [
    pictures > 0 && `${oneOrCounted(pictures, 'One picture', 'pictures')}: write captions by hand where they matter.`,
    tables > 0 && 'The lines of tables: their cells were used row by row, without the frame.',
    has_deletions && 'What was deleted with tracked changes; what was inserted was used.',
    names.some((name) => /^word\/(header|footer)\d*\.xml$/.test(name)) && 'Headers and footers of the pages.',
  ].filter((one) => one !== false);
}

/**
 * How words look is most of a Word document, and costs its reader three times what the words do; nothing of it is taken.
 * What was inserted or deleted with a paragraph's end is noted in the same place, and stays. Words that only their looks
 * kept apart are put together.
 */
function withoutLooks(xml: string): string {
  return xml
    .replace(/<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<\/w:rPr>/g, (looks) => (/<w:(?:del|ins)\b/.test(looks) ? looks : ''))
    .replace(/ w:rsid\w*="[^"<]*"/g, '')
    .replace(/<\/w:t><\/w:r><w:r><w:t(?: xml:space="preserve")?>/g, '');
}

/** A run of text in front of the words of each comment, which mammoth would forget. */
function markCommentBegins(xml: string): string {
  return xml
    .replaceAll(COMMENT_BEGINS, '')
    .replaceAll(COMMENT_BEGINS_END, '')
    .replace(
      /<w:commentRangeStart\b[^>]*\bw:id="(\d{1,9})"[^>]*\/>/g,
      `<w:r><w:t xml:space="preserve">${COMMENT_BEGINS}$1${COMMENT_BEGINS_END}</w:t></w:r>`,
    );
}

/** By the id under which mammoth puts a comment: whose it is. */
function commentTitles(xml: string): Map<string, string> {
  const titles = new Map<string, string>();
  for (const [tag] of xml.matchAll(/<w:comment\b[^>]*>/g)) {
    const id = /\bw:id="(\d+)"/.exec(tag)?.[1];
    const author = cleanLine(unescapeXml(/\bw:author="([^"]*)"/.exec(tag)?.[1] ?? ''));
    if (id !== undefined) titles.set(`comment-${id}`, author === '' ? 'Comment' : `Comment by ${author}`);
  }
  return titles;
}

function property(core: string, name: string): string {
  const value = new RegExp(`<${name}\\b[^>]*>([^<]*)</${name}>`).exec(core)?.[1] ?? '';
  return cleanLine(unescapeXml(value)).slice(0, 300);
}

function unescapeXml(xml: string): string {
  return xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
