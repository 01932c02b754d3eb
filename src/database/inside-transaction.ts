// A question to the outer connection inside a transaction fails at once, or it would wait for itself.
import { AsyncLocalStorage } from 'node:async_hooks';

const openTransaction = new AsyncLocalStorage<{ open: boolean }>();

/** Runs the work of a transaction so that a question put to the outer connection throws instead of waiting for itself. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const mark = { open: true };
  try {
    return await openTransaction.run(mark, work);
  } finally {
    mark.open = false;
  }
}

/** Throws where it is called inside the work of a transaction. */
export function refuseOuterConnection(): void {
  if (openTransaction.getStore()?.open)
    throw new Error('Inside a transaction, ask the context that the transaction was given, not the outer one.');
}
