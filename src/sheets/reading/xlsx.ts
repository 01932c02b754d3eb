// An Excel workbook as tables: its sheets in order, hidden ones too, with what of the file is not read. Pure.
import { counted } from '#src/counted.ts';
import { type Grid, LettersRead, MOST_SHEETS } from './grid.ts';
import type { PackedParts } from './packed-parts.ts';
import { TANGLED, unreadable } from './unreadable.ts';
import { readXlsxComments } from './xlsx-comments.ts';
import { readLooks } from './xlsx-looks.ts';
import { readXlsxSheet, type Workbook } from './xlsx-sheet.ts';
import { readSharedWords } from './xlsx-words.ts';
import { attributeOf, isOn, readXml } from './xml-events.ts';

interface SheetNamed {
  name: string;
  part: string;
  is_hidden: boolean;
}

/** The tables; `onRemark` hears what is to be said of the file as a whole. */
export function* readXlsx(parts: PackedParts, onRemark: (remark: string) => void): Generator<Grid> {
  const at = workbookIn(parts);
  const targets = targetsOf(parts, at);
  const { sheets, is_1904 } = sheetsIn(parts.get(at), targets.by_id);
  for (const remark of besides(parts)) onRemark(remark);
  const workbook: Workbook = {
    shared: readSharedWords(parts.find(targets.shared ?? '')),
    looks: readLooks(parts.find(targets.styles ?? '')),
    is_1904,
    letters: new LettersRead(),
  };
  if (sheets.length > MOST_SHEETS)
    onRemark(`The workbook has ${counted(sheets.length, 'sheet')}, and the first ${MOST_SHEETS} were read.`);
  for (const { name, part, is_hidden } of sheets.slice(0, MOST_SHEETS))
    yield {
      ...{ name, is_hidden },
      ...readXlsxSheet(parts.get(part), workbook, readXlsxComments(parts, part, workbook.letters)),
    };
}

function workbookIn(parts: PackedParts): string {
  let found = 'xl/workbook.xml';
  const rels = parts.find('_rels/.rels');
  if (rels !== undefined)
    readXml(rels, {
      open(name, attributes) {
        if (name === 'Relationship' && /\/officeDocument$/.test(attributeOf(attributes, 'Type') ?? ''))
          found = (attributeOf(attributes, 'Target') ?? '').replace(/^\//, '');
      },
      close: () => undefined,
    });
  return found;
}

interface Targets {
  by_id: Map<string, string>;
  shared?: string;
  styles?: string;
}

/** The parts that the workbook names; what lies outside the file is never looked at. */
function targetsOf(parts: PackedParts, workbook: string): Targets {
  const [folder, file] = [/^.*\//.exec(workbook)?.[0] ?? '', workbook.replace(/^.*\//, '')];
  const targets: Targets = { by_id: new Map() };
  readXml(parts.get(`${folder}_rels/${file}.rels`), {
    open(name, attributes) {
      if (name !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return;
      const target = attributeOf(attributes, 'Target') ?? '';
      const part = target.startsWith('/') ? target.slice(1) : `${folder}${target}`;
      const type = attributeOf(attributes, 'Type') ?? '';
      if (type.endsWith('/sharedStrings')) targets.shared = part;
      else if (type.endsWith('/styles')) targets.styles = part;
      else if (type.endsWith('/worksheet')) targets.by_id.set(attributeOf(attributes, 'Id') ?? '', part);
    },
    close: () => undefined,
  });
  return targets;
}

function sheetsIn(bytes: Buffer, by_id: Map<string, string>): { sheets: SheetNamed[]; is_1904: boolean } {
  const sheets: SheetNamed[] = [];
  let is_1904 = false;
  readXml(bytes, {
    open(name, attributes) {
      if (name === 'workbookPr') is_1904 = isOn(attributeOf(attributes, 'date1904'));
      if (name !== 'sheet') return;
      // A chart on a sheet of its own holds no cells.
      const part = by_id.get(attributeOf(attributes, 'id') ?? '');
      const is_hidden = (attributeOf(attributes, 'state') ?? 'visible') !== 'visible';
      if (part !== undefined) sheets.push({ name: attributeOf(attributes, 'name') ?? '', part, is_hidden });
    },
    close: () => undefined,
  });
  if (sheets.length === 0) throw unreadable(TANGLED);
  return { sheets, is_1904 };
}

/** What else is in the file, and is not read. */
function besides(parts: PackedParts): string[] {
  const { names } = parts;
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  return [
    has(/vbaProject\.bin$/i) && 'The file has macros: they were neither run nor read.',
    has(/^xl\/externalLinks\//) &&
      'The file refers to other files: nothing was fetched, and cells hold what was saved last.',
    has(/^xl\/media\//) && 'The pictures in the file were not read.',
  ].filter((remark) => remark !== false);
}
