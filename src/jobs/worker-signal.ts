// Tells the workers of this process that a job was stored.

const sleeping = new Set<() => void>();

/** To be called after the commit; harmless at any other time. Workers of other processes find the job by themselves. */
export function wakeWorkers(): void {
  for (const wake of [...sleeping]) wake();
}

/** Rests so long, or until somebody wakes the workers, or the signal aborts. */
export function restUntilWoken(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  sleeping.add(resolve);
  const stop = () => resolve();
  signal.addEventListener('abort', stop);
  return promise.finally(() => {
    clearTimeout(timer);
    sleeping.delete(resolve);
    signal.removeEventListener('abort', stop);
  });
}
