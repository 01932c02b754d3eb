// Packs files into a ZIP for the tests, quickly also where they are very large.
import { crc32, deflateRawSync } from 'node:zlib';

const UTF_8_NAMES = 0x800;
const DEFLATED = 8;
/** The first day that a ZIP can say. */
const DAY = 0x21;

/** The ZIP of these files, in their order. */
export function zipOf(files: Record<string, Uint8Array>): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, bytes] of Object.entries(files)) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(bytes, { level: bytes.length > 1_000_000 ? 1 : 6 });
    const said = Buffer.alloc(26);
    said.writeUInt16LE(20, 0);
    said.writeUInt16LE(UTF_8_NAMES, 2);
    said.writeUInt16LE(DEFLATED, 4);
    said.writeUInt16LE(DAY, 8);
    said.writeUInt32LE(crc32(bytes), 10);
    said.writeUInt32LE(packed.length, 14);
    said.writeUInt32LE(bytes.length, 18);
    said.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    pieces.push(Buffer.from('PK\x03\x04'), said, name, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), said, place, name);
    at += 4 + said.length + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const count = Object.keys(files).length;
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...pieces, listed, Buffer.from('PK\x05\x06'), end]);
}
