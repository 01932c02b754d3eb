// Lists of PubMed (.nbib) and EndNote (.enw) as RIS, whose lines say the same under other names. Pure.

const OF_PUBMED: Record<string, string> = { TI: 'TI', FAU: 'AU', JT: 'T2', PB: 'PB', OT: 'KW' };
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
      tag = name;
      if (name === 'PMID') return 'TY  - JOUR';
      if (isLast) return 'ER  - ';
      return pubmedLine(name, value);
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

/** "2011 May 7" as RIS has it. */
function datePublished(words: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})(?: ([A-Z][a-z]{2})(?: (\d{1,2}))?)?$/.exec(words.trim()) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  if (year === '') return words;
  return [year, number > 0 && String(number).padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('/');
}

export function risOfEndnote(text: string): string {
  return text
    .split('\n')
    .map((line, at, lines) => {
      const [, name, value = ''] = /^%(.) (.*)$/.exec(line) ?? [];
      if (name === undefined) return line.trim() === '' && /^%/.test(lines[at - 1] ?? '') ? 'ER  - ' : '';
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
