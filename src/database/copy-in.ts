// A `copy … from stdin` of PostgreSQL.
import pg from 'pg';
import type { RowBlock } from './row-block.ts';

/** Answers with the block when the server asks for rows. */
export class CopyIn extends pg.Query {
  readonly #block: RowBlock;

  constructor(text: string, block: RowBlock, done: (error: Error | undefined, result: unknown) => void) {
    super(text, undefined, done);
    this.#block = block;
  }

  /** Called by `pg` once the server waits for the rows. */
  handleCopyInResponse(connection: { sendCopyFromChunk(bytes: Buffer): void; endCopyFrom(): void }): void {
    connection.sendCopyFromChunk(this.#block.bytes);
    connection.endCopyFrom();
  }
}
