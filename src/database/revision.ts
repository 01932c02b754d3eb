// The revision of a row, which goes up with each change that an open form must not overwrite.
import { type RawBuilder, sql } from 'kysely';

/** For `set`: one more than it was. */
export const NEXT_REVISION: RawBuilder<number> = sql<number>`revision + 1`;
