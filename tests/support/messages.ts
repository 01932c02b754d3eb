// How many messages went to PostgreSQL: each one is a way there and back, whatever is in it.
import pg from 'pg';

interface Wire {
  sync(): void;
  query(text: string): void;
}

/** Counts the messages that all connections of this process send while the work is done. */
export async function messagesOf(work: () => Promise<unknown>): Promise<number> {
  const wire = pg.Connection.prototype as unknown as Wire;
  const { sync, query } = wire;
  let count = 0;
  wire.sync = function counted(this: Wire) {
    count += 1;
    sync.call(this);
  };
  wire.query = function counted(this: Wire, text: string) {
    count += 1;
    query.call(this, text);
  };
  try {
    await work();
  } finally {
    Object.assign(wire, { sync, query });
  }
  return count;
}
