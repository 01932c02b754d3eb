// What pages load: the files of public/, and the style sheets and the script, joined; each with its hash.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { browserScript, browserSources } from './browser-script.ts';
import { type Encoding, packSmall } from './encodings.ts';
import { keptBeside } from './kept-beside.ts';
import { projectFolder } from './project-folder.ts';
import { wholeSheet } from './style-sheets.ts';

export interface StaticFile {
  /** Twelve hexadecimal digits that change with the bytes. */
  readonly hash: string;
  /** The bytes, as they are or in an encoding; made once, when first asked for. */
  readonly bytes: (encoding?: Encoding) => Promise<Buffer>;
}

interface Making {
  bytes: () => Buffer;
  /** What decides over the bytes, where it is got with less work than they are. */
  decisive?: () => Buffer;
}

/** The sheets that pages link to; what they import is in them. */
const SHEETS = ['claimdesk.css', 'report.css', 'changes.css'];
const PUBLIC = projectFolder('public');

const makings = new Map<string, Making>([
  ...filesOf(PUBLIC).map((name): [string, Making] => [name, { bytes: () => readFileSync(join(PUBLIC, name)) }]),
  ...SHEETS.map((name): [string, Making] => [`css/${name}`, { bytes: () => Buffer.from(sheetWithAddresses(name)) }]),
  ['browser.js', { bytes: () => Buffer.from(browserScript()), decisive: browserSources }],
]);
const made = new Map<string, StaticFile>();

/** The file of this name (`css/claimdesk.css`, `browser.js`), read or joined when first asked for; undefined where there is none. */
export function findStaticFile(name: string): StaticFile | undefined {
  const making = makings.get(name);
  if (making === undefined) return undefined;
  const file = made.get(name) ?? make(making);
  made.set(name, file);
  return file;
}

/** The address of a file, with its hash in it so that it may be kept for a year. Throws where there is no such file. */
export function staticUrl(name: string): string {
  const file = findStaticFile(name);
  if (file === undefined) throw new Error(`there is no file ${name} for pages to load`);
  return `/static/${file.hash}/${name}`;
}

function make({ bytes, decisive }: Making): StaticFile {
  const whole_hash = createHash('sha256')
    .update((decisive ?? bytes)())
    .digest('hex');
  const kept = new Map<Encoding | undefined, Promise<Buffer>>();
  const inEncoding = (encoding?: Encoding): Promise<Buffer> => {
    const known = kept.get(encoding);
    if (known !== undefined) return known;
    const pack = async () => (encoding === undefined ? bytes() : packSmall(await inEncoding(), encoding));
    const is_slow = encoding !== undefined || decisive !== undefined;
    const asked = is_slow ? keptBeside(`${whole_hash}.${encoding ?? 'plain'}`, pack) : pack();
    kept.set(encoding, asked);
    return asked;
  };
  return { hash: whole_hash.slice(0, 12), bytes: inEncoding };
}

/** The sheet with the addresses of its fonts as pages preload them. */
function sheetWithAddresses(name: string): string {
  return wholeSheet(name).replace(/url\("\.\.\/([^"]+)"\)/g, (_, file: string) => `url("${staticUrl(file)}")`);
}

function filesOf(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  return names.filter((name) => !name.endsWith('.css') && statSync(join(folder, name)).isFile());
}
