// `verify`: re-traces the log from its first entry, and checks every text, file and saved copy against its hash.
import { verifyTexts } from '#src/articles/verify.ts';
import { type ChainReport, isInLog, verifyLog } from '#src/audit/verify.ts';
import { verifyCopies } from '#src/evidence/snapshots/verify.ts';
import { verifyFiles } from '#src/files/verify.ts';
import { listDesksOf } from '#src/people/desk-store.ts';
import { CommandFailed, command, WrongUse } from './command.ts';
import { atDesk } from './database.ts';

export const verify = command({
  summary: 'Re-trace the log entry by entry, and check every text, file and saved copy against its hash.',
  details:
    'Exits 1 where something does not hold. A report prints the head of its log: with --head you learn whether\nthe log still contains what that report saw.',
  options: { head: { type: 'string', value: 'HASH', help: 'Is this the hash of an entry?' } },
  async run({ values }) {
    const head = values.head?.trim().toLowerCase();
    if (head !== undefined && !/^[0-9a-f]{64}$/.test(head))
      throw new WrongUse('--head takes a hash of 64 hexadecimal digits, as a report prints it.');
    const faults = await atDesk(undefined, async (ctx) => {
      const chains = await verifyLog(ctx.db);
      const names = new Map((await listDesksOf(ctx)).map((desk) => [desk.id, desk.name]));
      for (const chain of chains) console.log(lineOf(chain, names.get(chain.chain)));
      const texts = await verifyTexts(ctx.db);
      console.log(`Texts: ${texts.checked} checked${texts.erased > 0 ? `, ${texts.erased} erased` : ''}.`);
      const files = await verifyFiles(ctx.db);
      console.log(`Files: ${files.checked} checked.`);
      const copies = await verifyCopies(ctx.db);
      console.log(`Saved copies: ${copies.checked} checked${copies.erased > 0 ? `, ${copies.erased} erased` : ''}.`);
      const unknown = head !== undefined && !(await isInLog(ctx.db, head));
      return [
        ...chains.flatMap((chain) => chain.faults),
        ...texts.faults,
        ...files.faults,
        ...copies.faults,
        ...(unknown ? [NOT_IN_LOG] : []),
      ];
    });
    if (faults.length > 0) throw new CommandFailed(faults.join('\n'));
    console.log(head === undefined ? 'Everything holds.' : 'Everything holds, and that entry is in the log.');
  },
});

const NOT_IN_LOG = 'No entry of this log has that hash: it is another desk’s, or the log was changed since.';

function lineOf(chain: ChainReport, name = 'Installation'): string {
  const erased = chain.erased > 0 ? `, ${chain.erased} details erased` : '';
  return `${name}: ${chain.entries} entries${erased}, head ${chain.head}`;
}
