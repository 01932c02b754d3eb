// Every table by its name, as the subjects that own the rows add them.
import type { Kysely } from 'kysely';

interface SettingTable {
  name: string;
  value: string;
}

interface CounterTable {
  name: string;
  value: number;
}

/** Every table by its name: each subject adds its own, in its tables.ts. */
export interface Database {
  setting: SettingTable;
  counter: CounterTable;
}

/** A connection, or the transaction that stands for one: the same queries run on either. */
export type Db = Kysely<Database>;
