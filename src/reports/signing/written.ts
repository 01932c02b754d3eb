// A model as it is stored and signed: its canonical text and that text's hash, made in steps.
import { createHash } from 'node:crypto';
import { mapInTurns, othersTurn } from '#src/others-turn.ts';
import { piecesOf } from '#src/outgoing-file.ts';
import { canonicalTextOf } from './statement.ts';

export interface WrittenModel {
  text: string;
  sha256: string;
}

/** The RFC 8785 text of a model, letter for letter as canonicalTextOf gives it, and SHA-256, in hex, of its UTF-8. */
export async function writtenModel(model: object): Promise<WrittenModel> {
  const members: string[] = [];
  for (const [key, value] of Object.entries(model).sort(([one], [other]) => (one < other ? -1 : 1))) {
    await othersTurn();
    if (value !== undefined) members.push(`${JSON.stringify(key)}:${await valueText(value)}`);
  }
  const text = `{${members.join(',')}}`;
  const hash = createHash('sha256');
  for await (const piece of piecesOf([text])) hash.update(piece);
  return { text, sha256: hash.digest('hex') };
}

/** A list, which may be long, entry by entry. */
async function valueText(value: unknown): Promise<string> {
  if (!Array.isArray(value)) return entryText(value);
  return `[${(await mapInTurns(value, entryText)).join(',')}]`;
}

function entryText(value: unknown): string {
  return typeof value === 'object' && value !== null ? canonicalTextOf(value) : canonicalTextOf([value]).slice(1, -1);
}
