// An OpenDocument spreadsheet as tables: its sheets in order, hidden ones too. Pure.
import { type Grid, LettersRead, MOST_SHEETS } from './grid.ts';
import { OdsAnnotation } from './ods-annotation.ts';
import { OdsTable } from './ods-cells.ts';
import { OdsLooks } from './ods-looks.ts';
import type { PackedParts } from './packed-parts.ts';
import { TANGLED, unreadable } from './unreadable.ts';
import { type Attributes, attributeOf, readXml } from './xml-events.ts';

/** The tables; `onRemark` hears what is to be said of the file as a whole. */
export function readOds(parts: PackedParts, onRemark: (remark: string) => void): Grid[] {
  const reader = new OdsReader();
  readXml(parts.get('content.xml'), reader);
  if (reader.grids.length === 0) throw unreadable(TANGLED);
  if (parts.names.some((name) => /^Basic\/|^Scripts\//.test(name)))
    onRemark('The file has macros: they were neither run nor read.');
  if (parts.names.some((name) => /^Pictures\//.test(name))) onRemark('The pictures in the file were not read.');
  return reader.grids;
}

/** Finds the tables among what else there is; a table within a table, and what is drawn or noted on cells, is none. */
class OdsReader {
  readonly grids: Grid[] = [];
  readonly #looks = new OdsLooks();
  readonly #letters = new LettersRead();
  #table: OdsTable | null = null;
  #aside = 0;
  #annotation: OdsAnnotation | null = null;

  open(name: string, attributes: Attributes): void {
    if (this.#aside > 0 || ASIDE.has(name)) {
      if (this.#aside === 0 && name === 'annotation') this.#annotation = new OdsAnnotation();
      else this.#annotation?.open(name);
      this.#aside += 1;
    } else if (this.#table !== null) this.#table.open(name, attributes);
    else if (name === 'table' && this.grids.length < MOST_SHEETS) {
      const { is_hidden } = this.#looks.find(attributeOf(attributes, 'style-name'));
      this.#table = new OdsTable(
        { name: attributeOf(attributes, 'name') ?? '', is_hidden },
        this.#looks,
        this.#letters,
      );
    } else this.#looks.open(name, attributes);
  }

  text(text: string): void {
    if (this.#aside === 0) this.#table?.text(text);
    else this.#annotation?.text(text);
  }

  close(name: string): void {
    if (this.#aside > 0) this.#closeAside(name);
    else if (this.#table === null) this.#looks.close(name);
    else if (name === 'table') {
      this.grids.push(this.#table.grid());
      this.#table = null;
    } else this.#table.close(name);
  }

  #closeAside(name: string): void {
    this.#aside -= 1;
    if (this.#aside > 0) this.#annotation?.close(name);
    else if (this.#annotation !== null) {
      this.#table?.comment(this.#annotation.said());
      this.#annotation = null;
    }
  }
}

const ASIDE = new Set([
  'annotation',
  'shapes',
  'frame',
  'custom-shape',
  'forms',
  'tracked-changes',
  'named-expressions',
]);
