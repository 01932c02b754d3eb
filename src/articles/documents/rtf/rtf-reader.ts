// Reads the tokens of a rich text file into markup, and names what it does not take. Pure.
import { cleanLine } from '#src/text-fields.ts';
import type { LeftOut } from '../left-out.ts';
import { addressOfField } from '../word/fields.ts';
import { type Destination, destinationOf, isReadWithin } from './destinations.ts';
import { FIRST_GROUP, type Group } from './group.ts';
import { LineWriter } from './line-writer.ts';
import { NEW_PARAGRAPH, type OnParagraphs, PARAGRAPH_WORDS, type Paragraph } from './paragraphs.ts';
import { isGone, RtfChanges, type RtfText } from './rtf-changes.ts';
import { looksAfter, ofWord, PLAIN, SIGNS, SINGLE } from './rtf-words.ts';
import { escaped, type ParagraphKind, Sheet, wordsIn } from './sheet.ts';
import { kindOfStyle } from './style-kinds.ts';
import { RtfTables } from './tables.ts';
import type { Token } from './tokens.ts';

const DEEPEST = 400;

export class RtfReader implements OnParagraphs {
  pictures = 0;
  author = '';
  readonly changes = new RtfChanges();
  readonly #wanted: RtfText;
  readonly #leftOut: LeftOut;
  readonly #tables = new RtfTables();
  readonly #writer: LineWriter;
  readonly #groups: Group[] = [];
  #group = FIRST_GROUP;
  readonly #notes: string[] = [];
  /** What is read in a group that is no text: an instruction, a name. */
  #aside = '';
  #commenter = '';
  #instruction = '';
  #isStarred = false;
  /** Letters still to be passed over behind one of Unicode. */
  #passes = 0;
  #bytes = '';

  constructor(left_out: LeftOut, wanted: RtfText) {
    this.#leftOut = left_out;
    this.#wanted = wanted;
    this.#writer = new LineWriter(left_out, this.#tables, { changes: this.changes, wanted });
  }

  read(tokens: Iterable<Token>): string {
    for (const token of tokens) this.#take(token);
    this.#decode();
    while (this.#groups.length > 0) this.#close();
    this.#writer.flush();
    this.changes.endParagraph();
    const body = this.#sheet.finish(this.#kind);
    const notes = this.#notes.map((note, at) => `<li id="note-${at + 1}">${note}</li>`).join('');
    return `<!DOCTYPE html><html><body>${body}${notes === '' ? '' : `<ol>${notes}</ol>`}</body></html>`;
  }

  get #sheet(): Sheet {
    return this.#writer.sheet;
  }

  get #kind(): ParagraphKind {
    const { style, rank } = this.#group.paragraph;
    return kindOfStyle(this.#tables.styleName(style), rank);
  }

  #take(token: Token): void {
    if (token.kind === 'bytes') {
      const passed = Math.min(this.#passes, token.bytes.length);
      this.#passes -= passed;
      this.#bytes += token.bytes.slice(passed);
      return;
    }
    this.#decode();
    if (token.kind === 'open') this.#open();
    else if (token.kind === 'close') this.#close();
    else if (token.kind === 'star') this.#isStarred = true;
    else if (this.#passes > 0 && !(token.kind === 'word' && token.name === 'u')) this.#passes -= 1;
    else if (token.kind === 'sign') this.#write(SINGLE[token.sign] ?? '');
    else if (token.kind === 'word') this.#word(token.name, token.value);
  }

  /** Bytes are letters of the font's code page, else of the file's. */
  #decode(): void {
    if (this.#bytes === '') return;
    const bytes = this.#bytes;
    this.#bytes = '';
    this.#write(this.#tables.letters(bytes, this.#group.looks.font));
  }

  #open(): void {
    if (this.#groups.length >= DEEPEST) throw new Error('The groups are nested too deep.');
    this.#passes = 0;
    this.#groups.push(this.#group);
    const { end: _, ...inherited } = this.#group;
    this.#group = inherited;
  }

  #close(): void {
    this.#passes = 0;
    this.#isStarred = false;
    if (this.#group.end) this.#writer.flush();
    this.#group.end?.();
    this.#group = this.#groups.pop() ?? this.#group;
  }

  #word(name: string, value: number | undefined): void {
    const { destination } = this.#group;
    const own = destinationOf(name, this.#isStarred);
    this.#isStarred = false;
    if (own !== undefined && isReadWithin(destination, own)) this.#enter(own, name);
    else if (destination === 'fonts') this.#tables.font(name, value);
    else if (destination === 'styles') this.#tables.style(name, value);
    else if (destination !== 'skipped') this.#inText(name, value);
  }

  #inText(name: string, value: number | undefined): void {
    const sign = ofWord(SIGNS, name);
    const ofParagraph = this.#isPrinted ? ofWord(PARAGRAPH_WORDS, name) : undefined;
    if (name === 'u') this.#unicode(value ?? 0);
    else if (sign !== undefined) this.#write(sign);
    else if (name === 'uc') this.#group.repeats = Math.max(0, value ?? 1);
    else if (this.#tables.isSet(name, value)) return;
    else if (ofParagraph) ofParagraph(this, value);
    else this.#group.looks = looksAfter(this.#group.looks, name, value);
  }

  get #isPrinted(): boolean {
    return this.#group.destination === 'text' || this.#group.destination === 'marker';
  }

  #unicode(value: number): void {
    this.#passes = this.#group.repeats;
    // Letters beyond 32767 are written as negative numbers.
    this.#write(String.fromCharCode(((value % 65_536) + 65_536) % 65_536));
  }

  #write(text: string): void {
    const { destination, looks } = this.#group;
    if (destination === 'fonts' || destination === 'styles') this.#tables.name(destination, text);
    else if (this.#isPrinted) this.#writer.write(text, looks);
    else if (destination !== 'skipped' && destination !== 'picture') this.#aside += text;
  }

  #enter(destination: Destination, name: string): void {
    this.#writer.flush();
    this.#group.destination = destination === 'unicode' ? 'text' : destination;
    if (name === 'field') this.#field();
    else this.#beginnings[destination]?.();
  }

  readonly #beginnings: Partial<Record<Destination, () => void>> = {
    author: () =>
      this.#readAside((text) => {
        this.author = cleanLine(text).slice(0, 300);
      }),
    commenter: () =>
      this.#readAside((text) => {
        this.#commenter = cleanLine(text);
      }),
    revisers: () =>
      this.#readAside((text) => {
        this.changes.authors = text.split(';').map(cleanLine);
      }),
    instruction: () =>
      this.#readAside((text) => {
        this.#instruction = text;
      }),
    equation: () => {
      this.#readAside((text) => this.#leftOut.add('An equation that no line can show, marked [?]', text));
      this.#sheet.add('[?]');
    },
    // What programs keep for themselves is figures and single words.
    unknown: () =>
      this.#readAside((text) => {
        if (/\p{L}{2,}\s+(?:\S+\s+)?\p{L}{2,}/u.test(text))
          this.#leftOut.add('Words in parts that the desk does not know', text);
      }),
    picture: () => {
      this.pictures += 1;
    },
    marker: () => {
      this.#group.end = () => {
        this.#sheet.add(' ');
      };
    },
    note: () => this.#apart((markup) => this.#refer('', markup)),
    comment: () => {
      const whose = this.#commenter === '' ? 'Comment: ' : `Comment by ${escaped(this.#commenter)}: `;
      this.#commenter = '';
      this.#apart((markup) => this.#refer(whose, markup));
    },
    box: () => this.#apart((markup) => this.#sheet.hang(markup)),
    edge: () => this.#apart((markup) => this.#leftOut.add('Headers and footers of the pages', wordsIn(markup))),
  };

  #readAside(then: (text: string) => void): void {
    const before = this.#aside;
    this.#aside = '';
    this.#group.end = () => {
      const text = this.#aside;
      this.#aside = before;
      then(text);
    };
  }

  /** Reads the group on a sheet of its own. */
  #apart(then: (markup: string) => void): void {
    const sheet = this.#sheet;
    const goOn = this.changes.beside();
    this.#writer.sheet = new Sheet();
    Object.assign(this.#group, { destination: 'text', looks: PLAIN, paragraph: NEW_PARAGRAPH });
    this.#group.end = () => {
      const markup = this.#sheet.finish('text');
      goOn();
      this.#writer.sheet = sheet;
      then(markup);
    };
  }

  #refer(whose: string, markup: string): void {
    const words = markup.replace(/<\/(?:p|h\d|td)>/g, ' ').replace(/<\/?(?:p|div|h\d|table|tr|td)\b[^>]*>/g, '');
    if (cleanLine(words) === '') return;
    this.#notes.push(whose + words);
    this.#sheet.add(`<a href="#note-${this.#notes.length}">[*]</a>`);
  }

  /** What a field shows, with the link that it is. */
  #field(): void {
    const [sheet, start] = [this.#sheet, this.#sheet.place];
    this.#instruction = '';
    this.#group.end = () => {
      const url = addressOfField(this.#instruction);
      this.#instruction = '';
      if (url !== '') sheet.wrap(start, [`<a href="${escaped(url)}">`, '</a>']);
    };
  }

  onSheet(work: Parameters<OnParagraphs['onSheet']>[0]): void {
    this.#writer.flush();
    const { looks } = this.#group;
    if (looks.is_deleted || looks.is_inserted) this.changes.add('¶', looks);
    // A mark that nobody put in, or that is gone, ends no paragraph.
    if (isGone(looks, this.#wanted)) return;
    this.changes.endParagraph();
    work(this.#sheet, { kind: this.#kind, isInTable: this.#group.paragraph.isInTable });
  }

  setParagraph(said: Partial<Paragraph> | undefined): void {
    this.#group.paragraph = said === undefined ? NEW_PARAGRAPH : { ...this.#group.paragraph, ...said };
  }
}
