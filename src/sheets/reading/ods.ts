// An OpenDocument spreadsheet as tables: its sheets in order, hidden ones too. Pure.
import { type Grid, LettersRead, MOST_SHEETS } from './grid.ts';
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
  if (reader.annotations > 0) onRemark('The comments on cells were not read.');
  if (parts.names.some((name) => /^Basic\/|^Scripts\//.test(name)))
    onRemark('The file has macros: they were neither run nor read.');
  if (parts.names.some((name) => /^Pictures\//.test(name))) onRemark('The pictures in the file were not read.');
  return reader.grids;
}

/** Finds the tables among what else there is; a table within a table, and what is drawn or noted on cells, is none. */
class OdsReader {
  readonly grids: Grid[] = [];
  annotations = 0;
  readonly #looks = new OdsLooks();
  readonly #letters = new LettersRead();
  #table: OdsTable | null = null;
  #aside = 0;

  open(name: string, attributes: Attributes): void {
    if (this.#aside > 0 || ASIDE.has(name)) {
      if (name === 'annotation') this.annotations += 1;
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
  }

  close(name: string): void {
    if (this.#aside > 0) this.#aside -= 1;
    else if (this.#table === null) this.#looks.close(name);
    else if (name === 'table') {
      this.grids.push(this.#table.grid());
      this.#table = null;
    } else this.#table.close(name);
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
