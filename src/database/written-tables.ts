// Which tables a transaction has written, by whatever statement.
import type { OperationNode, QueryId, RootOperationNode } from 'kysely';

/** What each statement writes; '' for what only reads. It may be asked again in other transactions. */
const spelt = new WeakMap<QueryId, string>();

/** Nobody knows which: a statement in SQL, or one within another. */
const ANY = '*';

/** To be told of each statement when it is spelt. */
export function noteSpelt(queryId: QueryId, node: RootOperationNode): void {
  spelt.set(queryId, tableWrittenBy(node));
}

export class WrittenTables {
  readonly #names = new Set<string>();

  /** Notes what this statement writes; one that nobody was told of may write anything. */
  add(queryId: QueryId): void {
    const name = spelt.get(queryId) ?? ANY;
    if (name !== '') this.#names.add(name);
  }

  /** Whether all that was written is of these tables. */
  areOf(tables: ReadonlySet<string>): boolean {
    return this.#names.isSubsetOf(tables);
  }
}

function tableWrittenBy(node: RootOperationNode): string {
  if ('with' in node && node.with !== undefined) return ANY;
  if (node.kind === 'SelectQueryNode') return '';
  if (node.kind === 'InsertQueryNode') return nameIn(node.into);
  if (node.kind === 'UpdateQueryNode') return nameIn(node.table);
  return node.kind === 'DeleteQueryNode' ? nameIn(node.from.froms[0]) : ANY;
}

function nameIn(node: OperationNode | undefined): string {
  if (node?.kind !== 'TableNode') return ANY;
  return (node as unknown as { table: { identifier: { name: string } } }).table.identifier.name;
}
