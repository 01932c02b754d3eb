// The bytes of a file that is written piece by piece.
import type { OutgoingFile } from '#src/outgoing-file.ts';

export async function bytesOf({ pieces }: OutgoingFile): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
