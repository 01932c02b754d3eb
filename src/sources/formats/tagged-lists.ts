// Lists of PubMed (.nbib) and EndNote (.enw) as RIS, whose lines say the same under other names. Pure.

const OF_PUBMED: Record<string, string> = {
  ...{ TI: 'TI', BTI: 'T2', FAU: 'AU', CN: 'AU', FED: 'A2', JT: 'T2', PB: 'PB', OT: 'KW' },
  ...{ AB: 'AB', VI: 'VL', IP: 'IS', PG: 'SP', ISBN: 'SN' },
};
const OF_ENDNOTE: Record<string, string> = {
  T: 'TI',
  A: 'AU',
  J: 'JO',
  B: 'T2',
  I: 'PB',
  U: 'UR',
  R: 'DO',
  K: 'KW',
  D: 'PY',
  '8': 'DA',
  E: 'A2',
};

/** Whether a text is a list of this kind, by its first lines. */
export function isPubmed(text: string): boolean {
  return /^PMID- ?\d/m.test(text.slice(0, 100_000));
}

export function isEndnote(text: string): boolean {
  return /^%0 \S/m.test(text.slice(0, 100_000)) && /^%T \S/m.test(text.slice(0, 100_000));
}

/** The same list as RIS: as many lines, so that remarks name the right one; what has no place there is a note. */
export function risOfPubmed(text: string): string {
  let tag = '';
  return text
    .split('\n')
    .map((line, at, lines) => {
      const isLast = at === lines.length - 1 || /^PMID- /.test(lines[at + 1] ?? '');
      const [, name, value = ''] = /^([A-Z]{2,4}) *- (.*)$/.exec(line) ?? [];
      if (name === undefined) return isLast ? 'ER  - ' : /^ {6}\S/.test(line) && tag !== '' ? line : '';
      // Older records have names in short alone; else each stands below its long one.
      const isShort = name === 'AU' && tag !== 'FAU';
      tag = name;
      if (name === 'PMID') return 'TY  - JOUR';
      if (isLast) return 'ER  - ';
      return pubmedLine(isShort ? 'FAU' : name, value);
    })
    .join('\n');
}

function pubmedLine(name: string, value: string): string {
  if (name === 'DP') return `DA  - ${datePublished(value)}`;
  const doi = /^(10\.\S+) \[doi\]$/.exec(value)?.[1];
  if (/^(LID|AID)$/.test(name)) return doi === undefined ? '' : `DO  - ${doi}`;
  const tag = OF_PUBMED[name];
  return tag === undefined ? '' : `${tag}  - ${value}`;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const two = (figure: string) => figure.padStart(2, '0');

/** "2011 May 7" as RIS has it. */
export function datePublished(words: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})(?: ([A-Z][a-z]{2})(?: (\d{1,2}))?)?$/.exec(words.trim()) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  if (year === '') return words;
  return [year, number > 0 && two(String(number)), day && two(day)].filter(Boolean).join('/');
}

/** Is the empty line the end of a record? */
function isBetween(lines: string[], at: number): boolean {
  const next = lines.slice(at + 1, at + 20).find((line) => line.trim() !== '');
  return lines[at - 1]?.trim() !== '' && (next === undefined || next.startsWith('%0 '));
}

export function risOfEndnote(text: string): string {
  return text
    .split('\n')
    .map((line, at, lines) => {
      const [, name, value = ''] = /^%(.) (.*)$/.exec(line) ?? [];
      // What no tag begins goes on with the line before.
      if (name === undefined && line.trim() !== '') return line;
      if (name === undefined) return isBetween(lines, at) ? 'ER  - ' : '';
      if (name === '0') return `TY  - ${typeOfEndnote(value)}`;
      const tag = OF_ENDNOTE[name];
      return tag === undefined ? `N1  - ${line}` : `${tag}  - ${value}`;
    })
    .join('\n');
}

/** The type of RIS for a kind of EndNote. */
export function typeOfEndnote(kind: string): string {
  return TYPES[kind.trim().toLowerCase()] ?? 'GEN';
}

const TYPES: Record<string, string> = {
  'journal article': 'JOUR',
  'newspaper article': 'NEWS',
  'magazine article': 'MGZN',
  book: 'BOOK',
  report: 'RPRT',
  'web page': 'ELEC',
  'electronic source': 'ELEC',
  'book section': 'CHAP',
  'edited book': 'BOOK',
  'conference paper': 'CPAPER',
  'conference proceedings': 'CONF',
  thesis: 'THES',
  case: 'CASE',
  hearing: 'HEAR',
  bill: 'BILL',
  map: 'MAP',
  dataset: 'DATA',
  blog: 'BLOG',
  'electronic article': 'EJOUR',
  'government document': 'GOVDOC',
  'personal communication': 'PCOMM',
  'film or broadcast': 'MPCT',
};
