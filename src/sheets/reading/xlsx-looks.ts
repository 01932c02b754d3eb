// How the cells of a workbook look: which numbers are dates or per cent, and what is struck through. Pure.
import { kindOfFormat, type NumberKind } from './cell-values.ts';
import { type Attributes, attributeOf, readXml } from './xml-events.ts';

export interface CellLook {
  kind: NumberKind;
  is_struck: boolean;
}

export const PLAIN_LOOK: CellLook = { kind: 'plain', is_struck: false };

/** The looks by the number that a cell gives as its style; none where the workbook says nothing of them. */
export function readLooks(bytes: Buffer | undefined): CellLook[] {
  if (bytes === undefined) return [];
  const codes = new Map<number, string>();
  const struck_fonts: boolean[] = [];
  const looks: CellLook[] = [];
  const within: string[] = [];
  readXml(bytes, {
    open(name, attributes) {
      const inside = within.at(-1);
      within.push(name);
      if (name === 'numFmt') codes.set(numberIn(attributes, 'numFmtId'), attributeOf(attributes, 'formatCode') ?? '');
      if (name === 'font' && inside === 'fonts') struck_fonts.push(false);
      if (name === 'strike' && inside === 'font' && !isOff(attributes) && struck_fonts.length > 0)
        struck_fonts[struck_fonts.length - 1] = true;
      if (name !== 'xf' || inside !== 'cellXfs') return;
      const id = numberIn(attributes, 'numFmtId');
      const is_struck = struck_fonts[numberIn(attributes, 'fontId')] === true;
      looks.push({ kind: kindOfFormat(id, codes.get(id)), is_struck });
    },
    close: () => within.pop(),
  });
  return looks;
}

/** Whether a switch such as `strike` says that it is off. */
export function isOff(attributes: Attributes): boolean {
  return /^(?:0|false)$/.test(attributeOf(attributes, 'val') ?? '1');
}

function numberIn(attributes: Attributes, name: string): number {
  return Number(attributeOf(attributes, name) ?? 0) || 0;
}
