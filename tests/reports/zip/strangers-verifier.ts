// A verifier as a stranger writes it: from docs/report-zip.md alone, and with nothing of the program.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';

type Json = Record<string, never>;

export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** RFC 8785: keys by their code units, everything else as JSON.stringify spells it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical((value as Json)[key])}`).join(',')}}`;
}

function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

function unzip(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = zip.length - 22;
  must(zip.readUInt32LE(end) === 0x06054b50, 'no end record');
  let at = zip.readUInt32LE(end + 16);
  let expected = 0;
  const directory = at;
  while (at < end) {
    const [packed, size, length, start] = [20, 24, 28, 42].map((place) =>
      place === 28 ? zip.readUInt16LE(at + place) : zip.readUInt32LE(at + place),
    ) as [number, number, number, number];
    const name = zip.toString('latin1', at + 46, at + 46 + length);
    must(/^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/.test(name) && !files.has(name), 'bad name');
    must(start === expected && zip.toString('latin1', start + 30, start + 30 + length) === name, 'gap');
    const data = start + 30 + length;
    files.set(name, inflateRawSync(zip.subarray(data, data + packed), { maxOutputLength: Math.max(size, 1) }));
    expected = data + packed + 16;
    at += 46 + length;
  }
  must(at === end && expected === directory, 'something beside the entries');
  return files;
}

export function fingerprintOf(pem: string): string {
  const raw = createPublicKey(pem).export({ format: 'der', type: 'spki' }).subarray(-32);
  return `SHA256:${createHash('sha256').update(raw).digest('base64').replace(/=+$/, '')}`;
}

export function isSigned(bytes: Buffer, signature: string, pem: string): boolean {
  const raw = Buffer.from(signature.trim(), 'base64');
  return `${raw.toString('base64')}\n` === signature && verify(null, bytes, createPublicKey(pem), raw);
}

export function checkEntry(line: string): { number: number; previous: string; hash: string; verb?: string } {
  const { detail, hash, ...entry } = JSON.parse(line);
  must(canonical({ ...entry, ...(detail !== undefined && { detail }), hash }) === line, 'log spelt otherwise');
  if (entry.verb === undefined) return { ...entry, hash };
  must(sha256(canonical(entry)) === hash, 'entry changed');
  if (detail !== null) {
    const rows = detail.rows === null ? '' : `,"rows":${detail.rows}`;
    const text = `${detail.salt}{"after":${detail.after},"before":${detail.before}${rows}}`;
    must(sha256(text) === entry.detail_hash, 'detail changed');
  }
  return { ...entry, hash };
}

/** Throws for the first thing that does not hold. */
export function verifyAsAStranger(zip: Buffer, trusted: string): void {
  const files = unzip(zip);
  const bytes = (name: string) => files.get(name) ?? must(false, `${name} is missing`) ?? Buffer.alloc(0);
  const text = (name: string) => bytes(name).toString('utf8');
  const json = (name: string) => {
    must(canonical(JSON.parse(text(name))) === text(name), `${name} is spelt otherwise`);
    return JSON.parse(text(name));
  };
  const seal = json('seal.json');
  must(canonical(seal.names) === canonical([...files.keys()]), 'other names');
  must(fingerprintOf(text('zip-key.pem')) === seal.key && seal.key === trusted, 'another key');
  must(isSigned(bytes('seal.json'), text('seal.sig'), text('zip-key.pem')), 'seal not signed');
  must(sha256(bytes('SHA256SUMS')) === seal.sums_sha256, 'other sums');
  const sums = [...files].slice(0, -3).map(([name, content]) => `${sha256(content)}  ${name}\n`);
  must(sums.join('') === text('SHA256SUMS'), 'a file was changed');
  const statement = json('statement.json');
  must(sha256(bytes('statement.json')) === seal.statement_sha256, 'another statement');
  must(fingerprintOf(text('report-key.pem')) === statement.key && statement.key === seal.report_key, 'another key');
  must(isSigned(bytes('statement.json'), text('statement.sig'), text('report-key.pem')), 'statement not signed');
  for (const audience of seal.audience === 'internal' ? ['internal', 'public'] : ['public']) {
    const model = json(`${audience}/model.json`);
    must(sha256(bytes(`${audience}/model.json`)) === statement[`${audience}_sha256`], 'another model');
    must(sha256(model.version.text) === model.version.sha256, 'another text');
    for (const { range, quote } of model.findings)
      must(range === null || model.version.text.slice(range.start, range.end) === quote, 'another quotation');
  }
  for (const copy of json('copies.json'))
    if (copy.state === 'packed') must(sha256(bytes(copy.file)) === copy.sha256, 'another copy');
  if (seal.audience === 'internal') checkLog(text('log.jsonl'), statement);
}

function checkLog(log: string, statement: { log_head: { number: number; hash: string } }): void {
  const entries = log.trimEnd().split('\n').map(checkEntry);
  for (const [at, entry] of entries.entries())
    must(at === 0 || entry.previous === entries[at - 1]?.hash, 'the chain is broken');
  const head = entries.find(({ number }) => number === statement.log_head.number);
  must(head?.hash === statement.log_head.hash, 'another head');
  must(entries.at(-1)?.verb === 'report.signed', 'no signature in the log');
}
