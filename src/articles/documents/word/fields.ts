// The fields of a Word document, which run over several runs: what is printed, and where they lead. Pure.
import { findAll, type XmlElement } from './xml-tree.ts';

interface Field {
  instruction: string;
  /** What the field shows has begun. */
  shows: boolean;
  /** Where the words that it shows begin in their line. */
  start: number;
}

export class Fields {
  readonly #open: Field[] = [];

  /** Whether text that stands here is printed: outside of fields, and in what they show. */
  get isPrinted(): boolean {
    return this.#open.every(({ shows }) => shows);
  }

  begin(): void {
    this.#open.push({ instruction: '', shows: false, start: 0 });
  }

  /** What the field shows begins at this place of the line. */
  separate(start: number): void {
    const field = this.#open.at(-1);
    if (field) Object.assign(field, { shows: true, start });
  }

  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field && !field.shows) field.instruction += text;
  }

  /** Closes the innermost field and gives it back; undefined where none is open. */
  end(): Field | undefined {
    return this.#open.pop();
  }

  /** A line has ended: what open fields show goes on at the beginning of the next one. */
  beginLine(): void {
    for (const field of this.#open) field.start = 0;
  }
}

/** The address of a HYPERLINK field; '' for any other. */
export function addressOfField(instruction: string): string {
  return /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"/i.exec(instruction)?.[1] ?? '';
}

/** What was chosen in the list of a form's field, which stands in its properties alone; '' where there is none. */
export function chosenInForm(begin: XmlElement): string {
  const [list] = findAll(begin, 'w:ddList');
  if (list === undefined) return '';
  const [result] = findAll(list, 'w:result');
  const entry = [...findAll(list, 'w:listEntry')][Number(result?.attributes['w:val'] ?? 0)];
  return entry?.attributes['w:val'] ?? '';
}
