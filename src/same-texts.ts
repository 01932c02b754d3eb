// Rows just read hold one text where one above the other says the same. Pure but for the rows.

/**
 * A database hands out a text of its own for each row and column: of what is kept of an article, more than half would be the
 * ids of its desk, its version and its people, again and again. For rows that nobody else has yet.
 */
export function withSameTexts<Row extends object>(rows: Row[]): Row[] {
  let above: Row | undefined;
  for (const row of rows) {
    if (above !== undefined)
      for (const column in row)
        if (typeof row[column] === 'string' && row[column] === above[column]) row[column] = above[column];
    above = row;
  }
  return rows;
}
