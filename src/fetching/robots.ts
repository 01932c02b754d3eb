// What a site asks of programs that come by themselves: its robots.txt, as RFC 9309 reads it. Pure.

/** By this word of our user agent a site can name us. */
const PRODUCT = 'claimdesk';
/** A reader has to take 500 kibibytes; what stands behind them asks nothing. */
const LONGEST = 512_000;
/** More rules than anybody writes; beyond them a file would only cost time. */
const MOST_RULES = 5_000;

interface Rule {
  allows: boolean;
  path: string;
}

/** Whether what the file says lets us fetch this address: the longest rule of our group counts, and of two as long the one that allows. */
export function robotsAllow(file: string, address: URL): boolean {
  const path = normal(`${address.pathname}${address.search}`);
  if (path === '/robots.txt') return true;
  // "Disallow:" with nothing behind it forbids nothing.
  const matching = rulesIn(file).filter((rule) => rule.path !== '' && matches(rule.path, path));
  const longest = Math.max(0, ...matching.map((rule) => rule.path.length));
  const decisive = matching.filter((rule) => rule.path.length === longest);
  return decisive.length === 0 || decisive.some(({ allows }) => allows);
}

interface Group {
  names: string[];
  rules: Rule[];
}

/** The rules of the groups that name us, or else of those for everybody; several groups of one name are one. */
function rulesIn(file: string): Rule[] {
  const groups = groupsIn(file);
  const ours = groups.filter(({ names }) => names.includes(PRODUCT));
  return (ours.length > 0 ? ours : groups.filter(({ names }) => names.includes('*'))).flatMap(({ rules }) => rules);
}

/** Names that follow each other have the rules behind them in common. */
function groupsIn(file: string): Group[] {
  const groups: Group[] = [];
  let rules = 0;
  for (const { field, value } of linesOf(file)) {
    const group = groups.at(-1);
    if (field === 'user-agent') {
      // "Claimdesk/1.0" is Claimdesk.
      const name = value === '*' ? value : (/^[a-z_-]+/i.exec(value)?.[0].toLowerCase() ?? '');
      if (group && group.rules.length === 0) group.names.push(name);
      else groups.push({ names: [name], rules: [] });
    } else if (group && rules < MOST_RULES) {
      rules += 1;
      group.rules.push({ allows: field === 'allow', path: normal(value) });
    }
  }
  return groups;
}

function linesOf(file: string): { field: string; value: string }[] {
  return file
    .slice(0, LONGEST)
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .flatMap((line) => {
      const [, field = '', value = ''] = /^\s*(user-agent|allow|disallow)\s*:([^#]*)/i.exec(line) ?? [];
      return field === '' ? [] : [{ field: field.toLowerCase(), value: value.trim() }];
    });
}

/** Each letter in one spelling: what need not be escaped is not, and escapes have large letters. */
function normal(path: string): string {
  const escaped = path.replace(/[^\x21-\x7e]/gu, (letter) => encodeURIComponent(letter));
  return escaped.replace(/%[0-9a-f]{2}/gi, (code) => {
    const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(letter) ? letter : code.toUpperCase();
  });
}

/** "*" stands for any letters and "$" at the end for the end. Without looking back twice, so that no pattern takes long. */
function matches(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const pieces = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  const [first = '', ...others] = pieces;
  if (!path.startsWith(first)) return false;
  const last = isWhole ? others.pop() : undefined;
  let at = first.length;
  for (const piece of others) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  if (last !== undefined) return path.length - last.length >= at && path.endsWith(last);
  return !isWhole || at === path.length;
}
