// A connection to PostgreSQL: what is asked again is planned once, and rows go in by the block.
import pg from 'pg';
import { CopyIn } from './copy-in.ts';
import { codeOf } from './engine.ts';
import { RowBlock } from './row-block.ts';
import { StatementNames } from './statement-names.ts';

/** For one connection: a plan of five tables takes 145 kB of the server's memory, and pages ask some four hundred in all. */
const MOST_PREPARED = 200;
const NOT_SUPPORTED = '0A000';

const names = new StatementNames();

/** What `pg` knows of the statements that the server has under a name, and does not say in its types. */
interface Prepared {
  parsedStatements: Record<string, string>;
  close(statement: { type: 'S'; name: string }): void;
}

export class PostgresClient extends pg.Client {
  /** The names of those that the server has, the one left alone for longest first. */
  readonly #prepared = new Set<string>();

  /** As Kysely asks: a text and its parameters. */
  override query(text: unknown, values: unknown = []): never {
    return this.#answer(text as string, values as unknown[]) as never;
  }

  async #answer(text: string, values: unknown[]): Promise<unknown> {
    if (values[0] instanceof RowBlock) return this.#copy(text, values[0]);
    const name = names.of(text);
    if (name === undefined) return super.query(text, values);
    this.#use(name);
    try {
      return await super.query({ name, text, values });
    } catch (error) {
      // Somebody changed the tables meanwhile, so that what was planned gives other columns.
      if (codeOf(error) !== NOT_SUPPORTED) throw error;
      this.#close(name);
      // A transaction is broken by now; the next one is planned anew.
      if (this.getTransactionStatus() !== 'I') throw error;
      return super.query(text, values);
    }
  }

  #copy(text: string, block: RowBlock): Promise<unknown> {
    return new Promise((resolve, reject) => {
      super.query(new CopyIn(text, block, (error, result) => (error ? reject(error) : resolve(result))));
    });
  }

  #use(name: string): void {
    this.#prepared.delete(name);
    this.#prepared.add(name);
    const [oldest] = this.#prepared.size > MOST_PREPARED ? this.#prepared : [];
    if (oldest !== undefined) this.#close(oldest);
  }

  /** The server's answer to this comes with that to the next question. */
  #close(name: string): void {
    const connection = this.connection as unknown as Prepared;
    this.#prepared.delete(name);
    delete connection.parsedStatements[name];
    connection.close({ type: 'S', name });
  }
}
