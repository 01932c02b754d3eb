// What stands in a paragraph of a Word document: runs, links, fields, changes, notes, symbols, equations.
import { cleanLine } from '#src/text-fields.ts';
import { webAddress } from '../canonical.ts';
import type { LeftOut } from '../left-out.ts';
import { lowered, raised } from '../raised.ts';
import { isEquation, lineOfEquation, wordsOfEquation } from './equations.ts';
import { addressOfField, chosenInForm, Fields } from './fields.ts';
import { NOTES, SIGNS } from './inline-signs.ts';
import { addWords, breakLine, emptyLine, type WordBlock, whoSaid } from './line.ts';
import { boxesIn, chosenOf, isChart } from './pictures.ts';
import { looksOf, overlaid, type RunLooks, type Styles } from './styles.ts';
import { inSymbolFont, isSymbolFont, symbolOf } from './symbols.ts';
import { childOf, elementsOf, saidIn, switchOf, textIn, wordsOf, type XmlElement } from './xml-tree.ts';

/** Which text a document with tracked changes is read as: with all of them taken, with none, or with what came and what went. */
export type Changes = 'accepted' | 'original' | 'both';

export interface InlineRules {
  styles: Styles;
  /** Where the links of the part lead, by the id of the relationship. */
  links: ReadonlyMap<string, string>;
  changes: Changes;
  left_out: LeftOut;
}

const LEFT_OUT = {
  hidden: 'Words formatted as hidden',
  struck: 'Struck-through words',
  deleted: 'Words deleted with tracked changes',
  inserted: 'Words inserted with tracked changes',
  ruby: 'Small readings above characters',
  equation: 'An equation that no line can show, marked [?]',
  placeholder: 'Placeholders of fields that nobody filled in',
} as const;

/** Reads the content of paragraphs into lines. One for each part of a document: fields run over paragraphs. */
export class InlineReader {
  line = emptyLine();
  /** Text boxes that hang on the paragraph: they come after it. */
  boxes: XmlElement[] = [];
  pictures = 0;
  /** Is told where a page or column ends inside a paragraph. */
  onBreak: () => void = () => {};
  readonly #rules: InlineRules;
  readonly #fields = new Fields();
  #base: RunLooks = {};
  /** Words that are left out here, by what they are called; undefined where they are read. */
  #outside: string | undefined;

  constructor(rules: InlineRules) {
    this.#rules = rules;
  }

  /** Begins a line, in a paragraph whose style has these looks. */
  begin(line: WordBlock, base: RunLooks): void {
    this.line = line;
    this.#base = base;
    this.#fields.beginLine();
  }

  /** Reads what stands in an element: in a paragraph, a link, a change. */
  read(around: XmlElement): void {
    for (const element of elementsOf(around)) {
      const reader = READERS[element.name];
      if (isEquation(element)) this.equation(element);
      else if (reader) reader(this, element);
      else if (!element.name.endsWith('Pr')) this.read(element);
    }
  }

  run(run: XmlElement): void {
    const properties = childOf(run, 'w:rPr');
    const style = this.#rules.styles.styleOf(saidIn(properties, 'w:rStyle') ?? '');
    const looks = overlaid(overlaid({ ...this.#base }, style), looksOf(properties));
    const outside = this.#outside;
    if (looks.is_hidden) this.#outside ??= LEFT_OUT.hidden;
    else if (looks.is_struck) this.#outside ??= LEFT_OUT.struck;
    for (const element of elementsOf(run)) this.#inRun(element, run, looks);
    this.#outside = outside;
  }

  #inRun(element: XmlElement, run: XmlElement, looks: RunLooks): void {
    if (element.name === 'w:t' || element.name === 'w:delText') this.#text(element, run, looks);
    else if (element.name === 'w:fldChar') this.#fieldSign(element);
    else if (element.name === 'w:instrText') this.#fields.instruct(textIn(element));
    else if (element.name === 'w:sym') this.#symbol(element);
    else if (element.name in SIGNS) this.#write(SIGNS[element.name] ?? '');
    else if (element.name === 'w:br' || element.name === 'w:cr') this.#break(element.attributes['w:type']);
    else if (NOTES[element.name]) this.#note(`${NOTES[element.name]}-${element.attributes['w:id']}`);
    else if (!element.name.endsWith('Pr')) this.read({ ...element, children: [element] });
  }

  #text(element: XmlElement, run: XmlElement, looks: RunLooks): void {
    const { font } = looks;
    let words = textIn(element);
    if (looks.raised === 'superscript') words = raised(words);
    if (looks.raised === 'subscript') words = lowered(words);
    if (font !== undefined && (isSymbolFont(font) || /[\uF000-\uF0FF]/.test(words)))
      words = inSymbolFont(words, font, () => this.#loseSymbol(font));
    // A symbol that becomes several letters is no place in the document's text any more.
    const isLetterForLetter = words.length === textIn(element).length;
    this.#write(words, isLetterForLetter ? { run, text: element } : undefined);
  }

  #write(words: string, origin?: { run: XmlElement; text: XmlElement }): void {
    if (!this.#fields.isPrinted) return;
    if (this.#outside === undefined) addWords(this.line, words, origin);
    else this.#rules.left_out.add(this.#outside, words);
  }

  #symbol({ attributes }: XmlElement): void {
    const font = attributes['w:font'] ?? '';
    const known = symbolOf(font, Number.parseInt(attributes['w:char'] ?? '', 16) || 0);
    if (known === undefined) this.#loseSymbol(font);
    this.#write(known ?? '[?]');
  }

  #loseSymbol(font: string): void {
    const kind = `Symbols of the font ${cleanLine(font)}, which the desk does not know, marked [?], after`;
    const before = cleanLine(this.line.tail).split(' ').slice(-5).join(' ');
    this.#rules.left_out.add(kind, before || 'the beginning of a paragraph');
  }

  #fieldSign(sign: XmlElement): void {
    const type = sign.attributes['w:fldCharType'];
    if (type === 'begin') {
      const chosen = chosenInForm(sign);
      if (chosen !== '') this.#write(chosen);
      this.#fields.begin();
    } else if (type === 'separate') this.#fields.separate(this.line.text.length);
    else if (type === 'end') {
      const field = this.#fields.end();
      if (field?.shows) this.#link(addressOfField(field.instruction), field.start);
    }
  }

  /** Puts a link on the words from `start` to here; spaces before them are none of it, which is seen to with the whole line. */
  #link(address: string, start: number): void {
    const url = webAddress(address);
    const end = this.#end;
    if (url !== '' && start < end) this.line.links.push({ start, end, url, title: '' });
  }

  /** Where the words end that the line has now. */
  get #end(): number {
    return this.line.text.length - this.line.trail;
  }

  hyperlink(element: XmlElement): void {
    const start = this.line.text.length;
    this.read(element);
    this.#link(this.#rules.links.get(element.attributes['r:id'] ?? '') ?? '', start);
  }

  simpleField(element: XmlElement): void {
    const start = this.line.text.length;
    this.read(element);
    this.#link(addressOfField(element.attributes['w:instr'] ?? ''), start);
  }

  #break(type: string | undefined): void {
    if (this.#outside !== undefined || !this.#fields.isPrinted) return;
    if (type === 'page' || type === 'column') this.onBreak();
    else breakLine(this.line);
  }

  #note(id: string): void {
    if (this.#outside === undefined) this.line.references.push({ at: this.#end, id });
  }

  commentBegins(id: string): void {
    this.line.begins.push({ at: this.line.text.length, id: `comment-${id}` });
  }

  /** A tracked change: one side of it is read, the other named, and both are kept as pending. */
  change(element: XmlElement, kind: 'insertion' | 'deletion'): void {
    const { changes } = this.#rules;
    const isRead = changes === 'both' || (kind === 'insertion') === (changes === 'accepted');
    const { attributes } = element;
    const start = this.line.text.length;
    if (isRead) this.read(element);
    // What was moved stands at its other place.
    else if (!element.name.startsWith('w:move'))
      this.#within(kind === 'deletion' ? LEFT_OUT.deleted : LEFT_OUT.inserted, element);
    const text = wordsOf(element);
    if (text.trim() === '') return;
    this.line.changes.push({ kind, ...whoSaid(attributes), text, start, end: this.line.text.length });
  }

  #within(outside: string, element: XmlElement): void {
    const before = this.#outside;
    this.#outside ??= outside;
    this.read(element);
    this.#outside = before;
  }

  control(element: XmlElement): void {
    const isPlaceholder = switchOf(childOf(element, 'w:sdtPr'), 'w:showingPlcHdr');
    if (isPlaceholder) this.#within(LEFT_OUT.placeholder, element);
    else this.read(element);
  }

  ruby(element: XmlElement): void {
    const base = childOf(element, 'w:rubyBase');
    const above = childOf(element, 'w:rt');
    if (above) this.#rules.left_out.add(LEFT_OUT.ruby, wordsOf(above));
    if (base) this.read(base);
  }

  equation(element: XmlElement): void {
    const line = lineOfEquation(element);
    if (line === undefined) this.#rules.left_out.add(LEFT_OUT.equation, wordsOfEquation(element));
    this.#write(line ?? '[?]');
  }

  picture(element: XmlElement): void {
    const boxes = boxesIn(element);
    if (boxes.length === 0) this.pictures += 1;
    if (isChart(element)) this.#rules.left_out.say('The words in charts and diagrams of the document.');
    if (this.#outside === undefined) this.boxes.push(...boxes);
    else for (const box of boxes) this.#rules.left_out.add(this.#outside, wordsOf(box));
  }
}

const READERS: Record<string, (reader: InlineReader, element: XmlElement) => void> = {
  'w:r': (reader, element) => reader.run(element),
  'w:hyperlink': (reader, element) => reader.hyperlink(element),
  'w:fldSimple': (reader, element) => reader.simpleField(element),
  'w:ins': (reader, element) => reader.change(element, 'insertion'),
  'w:moveTo': (reader, element) => reader.change(element, 'insertion'),
  'w:del': (reader, element) => reader.change(element, 'deletion'),
  'w:moveFrom': (reader, element) => reader.change(element, 'deletion'),
  'w:sdt': (reader, element) => reader.control(element),
  'w:ruby': (reader, element) => reader.ruby(element),
  'w:drawing': (reader, element) => reader.picture(element),
  'w:pict': (reader, element) => reader.picture(element),
  'w:object': (reader, element) => reader.picture(element),
  'mc:AlternateContent': (reader, element) => reader.read(chosenOf(element)),
  'w:commentRangeStart': (reader, element) => reader.commentBegins(element.attributes['w:id'] ?? ''),
};
