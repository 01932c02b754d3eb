// The record of a capture in WARC 1.1, one gzip member a record, as other archives read it.
import { WARCRecord, WARCSerializer } from 'warcio';
import type { Exchange, HeaderLines } from '#src/fetching/exchange.ts';

/** Of the way the bytes travelled, which ended here: under their own names a reader would undo them a second time. */
const OF_THE_WIRE = new Set(['transfer-encoding', 'connection', 'keep-alive', 'trailer', 'upgrade']);

export interface WarcGiven {
  exchanges: Exchange[];
  /** The name of the file and of the program that made it. */
  filename: string;
  software: string;
}

/** The bytes of a .warc.gz: warcinfo, then for each exchange its response and its request. Bodies stay packed as they came. */
export async function makeWarc({ exchanges, filename, software }: WarcGiven): Promise<Uint8Array> {
  const options = { filename, warcVersion: 'WARC/1.1' as const, date: exchanges[0]?.at ?? new Date().toISOString() };
  const info = { software, format: 'WARC File Format 1.1', description: 'A page saved as evidence' };
  const pieces = [await packed(WARCRecord.createWARCInfo(options, info))];
  for (const exchange of exchanges) {
    const response = responseOf(exchange);
    const id = String(response.warcHeader('WARC-Record-ID'));
    pieces.push(await packed(response), await packed(requestOf(exchange, id)));
  }
  return Buffer.concat(pieces);
}

function packed(record: WARCRecord): Promise<Uint8Array> {
  return WARCSerializer.serialize(record, { gzip: true });
}

function responseOf({ url, at, status, status_text, answered, body }: Exchange): WARCRecord {
  return WARCRecord.create(
    {
      type: 'response',
      url,
      date: at,
      warcVersion: 'WARC/1.1',
      statusline: `HTTP/1.1 ${status} ${asUtf8(status_text)}`.trimEnd(),
      httpHeaders: answered.map(([name, value]) => [keptName(name), asUtf8(value)]),
      // Nobody reads the body of an answer that leads on.
      warcHeaders: body === null ? { 'WARC-Truncated': 'unspecified' } : {},
    },
    body === null ? [] : [body],
  );
}

function requestOf({ url, at, asked }: Exchange, concurrent: string): WARCRecord {
  const { pathname, search } = new URL(url);
  return WARCRecord.create({
    type: 'request',
    url,
    date: at,
    warcVersion: 'WARC/1.1',
    statusline: `GET ${pathname}${search} HTTP/1.1`,
    httpHeaders: asked satisfies HeaderLines,
    warcHeaders: { 'WARC-Concurrent-To': concurrent },
  });
}

function keptName(name: string): string {
  return OF_THE_WIRE.has(name.toLowerCase()) ? `X-Archive-Orig-${name}` : name;
}

/** Heads come byte by byte; where their bytes are UTF-8 they are written as that again. */
function asUtf8(value: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
  } catch {
    return value;
  }
}
