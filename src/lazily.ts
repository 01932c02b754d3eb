// What is made when it is first needed, and then kept. Pure.

/** A function that makes the value at its first call, so that the start does not wait for what no first page needs. */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
