// Writes two rows a verb, for as long as it lives, and says each pair when it is stored.
import { loadConfig } from '#src/config.ts';
import { systemContext, transact } from '#src/context.ts';
import { openDatabase } from '#src/database/connect.ts';

const { db } = await openDatabase(loadConfig());
for (let number = 1; ; number += 1) {
  await transact(systemContext(db), async (ctx) => {
    await ctx.db
      .insertInto('setting')
      .values({ name: `pair ${number}`, value: 'first' })
      .execute();
    await ctx.db
      .insertInto('counter')
      .values({ name: `pair ${number}`, value: number })
      .execute();
  });
  process.stdout.write(`pair ${number}\n`);
}
