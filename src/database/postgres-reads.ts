// Reads outside transactions: all of one turn go to PostgreSQL together, on one connection.
import type { CompiledQuery, OperationNode, SelectQueryNode } from 'kysely';
import type { Answer } from './postgres-answers.ts';

interface Asking {
  ask(text: string, values: readonly unknown[], only_read: 'only read'): Promise<Answer>;
}

/** Lends a connection until all of these answers have come, or failed. */
type Lend = (work: (connection: Asking) => Promise<Answer>[]) => Promise<void>;

interface Read {
  query: CompiledQuery;
  resolve(answer: Promise<Answer>): void;
  reject(error: unknown): void;
}

export class Reads {
  readonly #lend: Lend;
  #waiting: Read[] = [];

  constructor(lend: Lend) {
    this.#lend = lend;
  }

  /** Asks behind what else was asked in this turn. One that fails fails alone. */
  ask(query: CompiledQuery): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    // Behind all promises that are kept in this turn: whoever they let go on may have something to ask.
    if (this.#waiting.length === 0) process.nextTick(() => void this.#send());
    this.#waiting.push({ query, resolve, reject });
    return promise;
  }

  async #send(): Promise<void> {
    const reads = this.#waiting;
    this.#waiting = [];
    try {
      await this.#lend((connection) =>
        reads.map(({ query, resolve }) => {
          const answer = connection.ask(query.sql, query.parameters, 'only read');
          resolve(answer);
          return answer;
        }),
      );
    } catch (error) {
      // No connection was to be had.
      for (const { reject } of reads) reject(error);
    }
  }
}

const known = new WeakMap<object, boolean>();

/** Whether a statement leaves everything as it is, and locks nothing. What is spelt by hand is not looked into. */
export function isRead({ query }: CompiledQuery): boolean {
  const is_read = known.get(query) ?? reads(query);
  known.set(query, is_read);
  return is_read;
}

function reads(node: OperationNode): boolean {
  if (node.kind !== 'SelectQueryNode') return false;
  const { with: before, endModifiers = [] } = node as SelectQueryNode;
  return endModifiers.length === 0 && (before?.expressions ?? []).every(({ expression }) => reads(expression));
}
