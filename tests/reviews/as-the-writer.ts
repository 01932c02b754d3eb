// What a writer does in Word to a redline before sending it back.
import { strToU8, unzipSync, zipSync } from 'fflate';
import { itemAt, needed } from '#src/item-at.ts';
import { partsOf } from './redline/accept.ts';

const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml';

/** A redline on the writer's screen. */
export class WriterAtWork {
  readonly #files: Record<string, Uint8Array>;
  readonly #parts: Record<string, string>;
  #replies = 0;

  constructor(bytes: Uint8Array) {
    this.#files = unzipSync(bytes);
    this.#parts = partsOf(bytes);
  }

  get document(): string {
    return this.#parts['word/document.xml'] ?? '';
  }

  set document(xml: string) {
    this.#parts['word/document.xml'] = xml;
  }

  /** Takes the change that puts these words in: what stood there before it goes. */
  accept(words: string): this {
    this.#decide(words, (_gone, come) => inside(come));
    return this;
  }

  refuse(words: string): this {
    this.#decide(words, (gone) => inside(gone).replaceAll('w:delText', 'w:t'));
    return this;
  }

  /** Refuses it and writes something else, which is tracked as the writer's. */
  insteadOf(words: string, other: string): this {
    const by = 'w:author="L. Marsh" w:date="2026-12-01T08:00:00Z"';
    this.#decide(
      words,
      (gone) =>
        `<w:del w:id="801" ${by}>${inside(gone)}</w:del><w:ins w:id="802" ${by}><w:r><w:t>${other}</w:t></w:r></w:ins>`,
    );
    return this;
  }

  #decide(words: string, made: (gone: string, come: string) => string): void {
    const change = /<w:del\b(?:(?!<\/w:del>).)*<\/w:del>(<w:ins\b(?:(?!<\/w:ins>).)*<\/w:ins>)/gs;
    const [found, come = ''] = needed(
      [...this.document.matchAll(change)].find(([, ins = '']) => ins.includes(`>${words}<`)),
      `change to ${words}`,
    );
    const gone = found.slice(0, found.length - come.length);
    this.document = this.document.replace(found, () => made(gone, come));
  }

  /** Replies below the comment that begins with these words. */
  reply(lead: string, ...lines: string[]): this {
    const [comment, id] = this.#comment(lead);
    const parent = /w14:paraId="([0-9A-F]{8})"(?![\s\S]*w14:paraId)/.exec(comment)?.[1] ?? '';
    this.#replies += 1;
    const own = `0ABC000${this.#replies}`;
    const reply = this.#put({ id, lines, own });
    this.#edit('word/commentsExtended.xml', (xml) =>
      xml.replace(
        '</w15:commentsEx>',
        `<w15:commentEx w15:paraId="${own}" w15:paraIdParent="${parent}" w15:done="0"/></w15:commentsEx>`,
      ),
    );
    return reply;
  }

  /** Writes into our comment instead of replying. */
  writeInto(lead: string, words: string): this {
    const [comment] = this.#comment(lead);
    const longer = comment.replace('</w:comment>', `<w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:comment>`);
    this.#edit('word/comments.xml', (xml) => xml.replace(comment, () => longer));
    return this;
  }

  /** Types behind the first line of a comment, or in its place. */
  writeOntoLead(lead: string, words: string, how: 'behind' | 'instead' = 'behind'): this {
    const [comment] = this.#comment(lead);
    const typed = comment.replace(
      /(<w:t\b[^>]*>)([^<]*)/,
      (_, tag, line) => `${tag}${how === 'behind' ? line : ''} ${words}`,
    );
    this.#edit('word/comments.xml', (xml) => xml.replace(comment, () => typed));
    return this;
  }

  /** Google Docs knows no ids of paragraphs: replies are comments of their own. */
  throughGoogle(): this {
    this.#edit('word/comments.xml', (xml) => xml.replace(/ w14:paraId="[^"]*"/g, ''));
    delete this.#parts['word/commentsExtended.xml'];
    delete this.#files['word/commentsExtended.xml'];
    this.#edit('word/_rels/document.xml.rels', (xml) => xml.replace(/<Relationship\b[^>]*commentsExtended[^>]*>/, ''));
    this.#edit('[Content_Types].xml', (xml) => xml.replace(/<Override\b[^>]*commentsExtended[^>]*>/, ''));
    return this;
  }

  send(): Buffer {
    const changed = Object.entries(this.#parts).map(([name, xml]) => [name, strToU8(xml)] as const);
    return Buffer.from(zipSync({ ...this.#files, ...Object.fromEntries(changed) }));
  }

  #comment(lead: string): [comment: string, id: string] {
    const all = this.#parts['word/comments.xml']?.match(/<w:comment [\s\S]*?<\/w:comment>/g) ?? [];
    const comment = needed(
      all.find((one) => new RegExp(`<w:t[^>]*>${lead}`).test(one)),
      `comment ${lead}`,
    );
    return [comment, itemAt(/w:id="(\d+)"/.exec(comment) ?? [], 1)];
  }

  #put({ id, lines, own }: { id: string; lines: string[]; own: string }): this {
    const number = 900 + this.#replies;
    const at = (line: number) => (line === lines.length - 1 ? ` xmlns:w14="${W14}" w14:paraId="${own}"` : '');
    const said = lines.map((line, number) => `<w:p${at(number)}><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
    const comment = `<w:comment w:id="${number}" w:author="L. Marsh" w:date="2026-12-01T09:00:00Z">${said}</w:comment>`;
    this.#edit('word/comments.xml', (xml) => xml.replace('</w:comments>', `${comment}</w:comments>`));
    const start = `<w:commentRangeStart w:id="${id}"/>`;
    const end = `<w:commentReference w:id="${id}"/></w:r>`;
    this.document = this.document
      .replace(start, `${start}<w:commentRangeStart w:id="${number}"/>`)
      .replace(end, `${end}<w:commentRangeEnd w:id="${number}"/><w:r><w:commentReference w:id="${number}"/></w:r>`);
    return this;
  }

  #edit(name: string, change: (xml: string) => string): void {
    this.#parts[name] = change(this.#parts[name] ?? '');
  }
}

function inside(xml: string): string {
  return xml.replace(/^<[^>]*>/, '').replace(/<\/[^>]*>$/, '');
}
