// An object as JSON for people and programs, an entry of its lists at a time. Pure.

/** What `JSON.stringify(object, null, 2)` gives, with a line end behind it. */
export function* jsonPieces(object: object): Generator<string> {
  const keys = Object.entries(object).filter(([, value]) => value !== undefined);
  let before = '{\n';
  for (const [key, value] of keys) {
    yield `${before}  ${JSON.stringify(key)}: `;
    if (Array.isArray(value) && value.length > 0) yield* entriesOf(value);
    else yield indented(value, '  ');
    before = ',\n';
  }
  yield '\n}\n';
}

function* entriesOf(list: unknown[]): Generator<string> {
  let before = '[\n';
  for (const entry of list) {
    yield `${before}    ${indented(entry, '    ')}`;
    before = ',\n';
  }
  yield '\n  ]';
}

/** Line ends within strings are escaped: every one that is there is one of the layout. */
function indented(value: unknown, by: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
}
