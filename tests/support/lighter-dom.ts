// Loads the parser of pages so that it keeps the listeners of a node at the node, not in a weak map.
//
// There they were two thirds of what a page costs to read: linkedom notes a map of listeners for each node that it makes, and
// a weak map of so many keys is slow to fill, and is gone through whenever memory is tidied. What it finds in the map is the
// same; nobody else sees that it is another.
const { WeakMap: usual } = globalThis;

class KeptAtTheKey {
  readonly #place = Symbol('kept at the key');

  get(key: object): unknown {
    return this.has(key) ? (key as Record<symbol, unknown>)[this.#place] : undefined;
  }

  has(key: object): boolean {
    return Object.hasOwn(key, this.#place);
  }

  set(key: object, value: unknown): this {
    (key as Record<symbol, unknown>)[this.#place] = value;
    return this;
  }

  delete(key: object): boolean {
    const was = this.has(key);
    delete (key as Record<symbol, unknown>)[this.#place];
    return was;
  }
}

globalThis.WeakMap = KeptAtTheKey as unknown as WeakMapConstructor;
await import('linkedom/worker');
globalThis.WeakMap = usual;
