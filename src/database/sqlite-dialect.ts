// Kysely on SQLite: schema changes are part of transactions, and ids cost no new plan.
import type SqliteDatabase from 'better-sqlite3';
import {
  type ColumnDefinitionNode,
  type Dialect,
  Kysely,
  type SelectModifierNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { isId } from '#src/ids.ts';
import { askBy } from './ask.ts';
import { Place } from './place.ts';
import type { Database } from './schema.ts';
import { type OpenFile, SqliteDriver } from './sqlite-driver.ts';

/** Kysely over one open SQLite file. Destroying it closes the file, or leaves it as `open` says. */
export function kyselyOn(file: SqliteDatabase.Database, open: Partial<OpenFile> = {}): Kysely<Database> {
  const driver = new SqliteDriver(file, open);
  const db = new Kysely<Database>({ dialect: sqliteDialect(driver) });
  askBy(db, driver);
  return db;
}

/** A Kysely dialect of this driver alone. */
export function sqliteDialect(driver: SqliteDriver): Dialect {
  return {
    createDriver: () => driver,
    createQueryCompiler: () => new LocklessCompiler(),
    createAdapter: () => new TransactionalAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
  /** True only to keep Kysely's own queue away: ours (in the driver) is the one that sees the mistake above. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class LocklessCompiler extends SqliteQueryCompiler {
  /** SQLite alone, and by an old mistake, lets a primary key be null. */
  protected override visitColumnDefinition(node: ColumnDefinitionNode): void {
    super.visitColumnDefinition(node.primaryKey ? { ...node, notNull: true } : node);
  }

  /**
   * SQLite looks at the value of a bare `?` when it plans, and so plans anew each time one is given, which takes up to ten
   * times as long as the question itself. What stands behind a plus, which changes no value, it leaves alone. Other values than
   * ids and limits may tell it which of its partial indexes holds.
   */
  protected override appendValue(parameter: unknown): void {
    const is_left_alone = parameter instanceof Place || (typeof parameter === 'string' && isId(parameter));
    if (is_left_alone || this.parentNode?.kind === 'LimitNode') this.append('+');
    super.appendValue(parameter);
  }

  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier !== 'ForUpdate') super.visitSelectModifier(node);
  }
}
