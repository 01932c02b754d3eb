// Reads XML piece by piece: names without prefixes, no entities of its own, no depth without end. Pure.
import { SaxesParser } from 'saxes';
import { TANGLED, unreadable } from './unreadable.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlReader {
  /** `name` as it stands without its prefix; `attributes` by theirs, as they are written. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
}

/** No writer of spreadsheets nests deeper. */
const DEEPEST = 60;
const PIECE = 64 * 1024;

/** Goes over the XML once. RuleBroken where it is not well formed, nested too deep, or brings entities or a document type. */
export function readXml(bytes: Buffer, reader: XmlReader): void {
  const parser = new SaxesParser();
  let depth = 0;
  const refuse = () => {
    throw unreadable(TANGLED);
  };
  parser.on('doctype', refuse);
  parser.on('error', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) refuse();
    reader.open(local(name), attributes as Attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    reader.close(local(name));
  });
  const text = reader.text?.bind(reader);
  if (text !== undefined) for (const kind of ['text', 'cdata'] as const) parser.on(kind, text);
  const decoder = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8');
  for (let at = 0; at < bytes.length; at += PIECE)
    parser.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }));
  parser.write(decoder.decode()).close();
}

function local(name: string): string {
  const at = name.indexOf(':');
  return at < 0 ? name : name.slice(at + 1);
}

/** An attribute by its name without a prefix. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  const found = Object.keys(attributes).find((one) => one.endsWith(`:${name}`));
  return found === undefined ? undefined : attributes[found];
}

/** Whether an attribute says yes. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
