// In which encodings a browser takes an answer, and answers packed in them.
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib';

export type Encoding = 'br' | 'zstd' | 'gzip';

/** The first of these that `Accept-Encoding` allows, or undefined: as it is. Pure. */
export function encodingFor(header: string | undefined, preferred: readonly Encoding[]): Encoding | undefined {
  if (header === undefined || header === '') return undefined;
  const allowed = new Map<string, boolean>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    allowed.set(name, !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter)));
  }
  return preferred.find((name) => allowed.get(name) ?? allowed.get('*') ?? false);
}

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, ZSTD_c_compressionLevel } = constants;

/** Packs what is packed once and sent for a year: as small as it gets, beside the loop. */
export function packSmall(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return promisify(gzip)(bytes, { level: 9 });
  if (encoding === 'zstd') return promisify(zstdCompress)(bytes, { params: { [ZSTD_c_compressionLevel]: 19 } });
  return promisify(brotliCompress)(bytes, {
    params: { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}
