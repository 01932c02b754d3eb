// The part of a story in which somebody adds a spreadsheet, and says what its columns and statuses mean.
import { getArticle } from '#src/articles/store.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import { mapColumns, mapStatuses } from '#src/sheets/columns/commands.ts';
import { openRead } from '#src/sheets/intake/open-sheet.ts';
import { hashOfTable } from '#src/sheets/intake/staged.ts';
import { takeSheet } from '#src/sheets/intake/take-commands.ts';
import { readTableFile } from '#src/sheets/reading/read-file.ts';
import type { StorySheet } from '../story-outside.ts';
import type { Act } from './stage.ts';

/** The act in which it is added. */
export function actOfSheet({ by, at, name, text, means }: StorySheet): Act {
  return {
    at,
    run: async ({ ctxOf, article_id }) => {
      const ctx = ctxOf(by, at);
      const { desk_id } = await getArticle(ctx, article_id);
      const bytes = Buffer.from(text);
      const read = await readTableFile({ bytes });
      const { columns } = await openRead(ctx, read, { desk_id });
      await mapColumns(ctx, article_id, columns);
      const verdicts = await listVerdicts(ctx.db, desk_id);
      const meant = Object.entries(means).map(([status, meaning]) => ({
        status,
        verdict_id: verdicts.find((one) => one.meaning === meaning)?.id ?? '',
      }));
      await mapStatuses(ctx, article_id, meant);
      const { lines } = await openRead(ctx, read, { desk_id });
      await takeSheet(ctx, article_id, { lines, file: { name, sha256: hashOfTable(bytes) } });
    },
  };
}
