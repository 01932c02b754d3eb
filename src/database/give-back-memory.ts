// Has Linux take back memory that the program let go of and its allocator kept.
import SqliteDatabase from 'better-sqlite3';

/** What glibc has for it. Node has no way to call it, and SQLite calls what it is told to: as if it were an extension. */
const [LIBRARY, CALLED] = ['libc.so.6', 'malloc_trim'];

/**
 * Loading the program leaves some twenty megabytes of small gaps between what stays, which glibc would keep for later and
 * never gives back by itself. Takes some milliseconds; where there is no glibc, nothing happens.
 */
export function giveBackMemory(): void {
  if (process.platform !== 'linux') return;
  const nothing = new SqliteDatabase(':memory:');
  // Its types know nothing of the second, which is called.
  const load: (library: string, called: string) => unknown = nothing.loadExtension.bind(nothing);
  try {
    load(LIBRARY, CALLED);
  } catch {
    // It answers 1 where it gave something back, which SQLite takes for a failure.
  } finally {
    nothing.close();
  }
}
