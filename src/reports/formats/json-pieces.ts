// An object as JSON for people and programs, an entry of its lists at a time. Pure.

/** What `JSON.stringify(object, null, 2)` gives, with a line end behind it. */
export function* jsonPieces(object: object): Generator<string> {
  const keys = Object.entries(object).filter(([, value]) => value !== undefined);
  let before = '{\n';
  for (const [key, value] of keys) {
    yield `${before}  ${JSON.stringify(key)}: `;
    if (Array.isArray(value) && value.length > 0) yield* entriesOf(value);
    else yield behindOne(value);
    before = ',\n';
  }
  yield '\n}\n';
}

function* entriesOf(list: unknown[]): Generator<string> {
  let before = '[\n';
  for (const entry of list) {
    yield `${before}    ${behindTwo(entry)}`;
    before = ',\n';
  }
  yield '\n  ]';
}

/** As it stands in an object, where its lines are indented by as much more: the layout costs nothing extra so. */
function behindOne(value: unknown): string {
  return JSON.stringify([value], null, 2).slice('[\n  '.length, -'\n]'.length);
}

/** And in a list within an object. */
function behindTwo(value: unknown): string {
  return JSON.stringify([[value]], null, 2).slice('[\n  [\n    '.length, -'\n  ]\n]'.length);
}
