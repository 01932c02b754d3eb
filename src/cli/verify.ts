// `verify`: re-traces the desk's log and all that it holds; of a ZIP, the report that lies in it.
import { wordFor } from '#src/audit/row-name-store.ts';
import { CommandFailed, command, WrongUse } from './command.ts';
import { atDesk } from './database.ts';
import { JSON_OPTION, printJson, printRows } from './print.ts';
import { say } from './terminal.ts';
import { type Verification, verifyAll } from './verification.ts';
import { verifyZip } from './verify-zip.ts';

export const verify = command({
  words: '[FILE.zip]',
  summary:
    'Re-trace the log and hold all rows and files against it; or re-trace the report in a ZIP, without the desk.',
  details:
    'Exits 1 where something does not hold, and says what it cannot cover. A report prints the head of its log: with\n--head you learn whether the log still contains what that report saw.\n\nOf a ZIP it needs neither desk nor network. Without --key it says which key signed, and exits 3: compare that\nfingerprint with the page of the desk.',
  options: {
    head: { type: 'string', value: 'HASH', help: 'Is this the hash of an entry? Of the desk’s log alone.' },
    key: {
      type: 'string',
      value: 'KEY',
      help: 'Of a ZIP: the fingerprint that you trust, or a file with the public key.',
    },
    ...JSON_OPTION,
  },
  async run({ values, words: [path] }) {
    if (path !== undefined) return verifyZip(path, values);
    if (values.key !== undefined) throw new WrongUse('--key belongs to a ZIP: name its file.');
    const head = values.head?.trim().toLowerCase();
    if (head !== undefined && !/^[0-9a-f]{64}$/.test(head))
      throw new WrongUse('--head takes a hash of 64 hexadecimal digits, as a report prints it.');
    const found = await atDesk(undefined, (ctx) => verifyAll(ctx, head));
    if (values.json) printJson({ holds: found.findings.length === 0, ...found });
    else print(found);
    if (found.findings.length > 0) throw new CommandFailed(found.findings.join('\n'));
    if (!values.json) say(head === undefined ? 'Everything holds.' : 'Everything holds, and that entry is in the log.');
  },
});

function print(found: Verification): void {
  for (const chain of found.chains) {
    const erased = chain.erased > 0 ? `, ${chain.erased} details not there` : '';
    say(`${chain.name}: ${chain.entries} entries${erased}, head ${chain.head}`);
  }
  for (const { number, by_entry, actor, at } of found.erased_details)
    say(`The detail of entry ${number} was erased by ${actor} at ${at} (entry ${by_entry}).`);
  say(`Texts: ${said(found.texts)}`);
  say(`Files: ${said(found.files)}`);
  say(`Saved copies: ${said(found.copies)}`);
  say(`Signed reports: ${said(found.reports)}`);
  say('Rows held against the log:');
  printRows(
    found.tables
      .filter(({ rows, old_rows, not_covered }) => rows + old_rows + not_covered > 0)
      .map(({ table, ...counts }) => ({ what: wordFor(table), ...counts })),
  );
  say('Not covered:');
  for (const sentence of found.not_covered) say(`- ${sentence}`);
}

function said({ checked, erased = 0 }: { checked: number; erased?: number }): string {
  return `${checked} checked${erased > 0 ? `, ${erased} erased` : ''}.`;
}
