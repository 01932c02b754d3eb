// `verify FILE.zip`: re-traces the report in a ZIP, and says by which key it was signed.
import { existsSync, statSync } from 'node:fs';
import { fingerprintInGroups } from '#src/people/keys/desk-key.ts';
import { retraceZip } from '#src/reports/retrace/retrace-zip.ts';
import type { Retraced } from '#src/reports/retrace/retraced.ts';
import { trustedKeys } from '#src/reports/retrace/trusted-keys.ts';
import { CommandFailed, WrongUse } from './command.ts';
import { printJson, visible } from './print.ts';
import { say, terminal } from './terminal.ts';

interface Wanted {
  key?: string;
  head?: string;
  json?: boolean;
}

/** Everything holds, but nobody said whose key it should be. */
const KEY_UNKNOWN = 3;

/** Prints what was found. CommandFailed with the first thing that does not hold; exits 3 where no key was named. */
export async function verifyZip(path: string, { key, head, json }: Wanted): Promise<void> {
  if (head !== undefined) throw new WrongUse('--head belongs to the log of a desk: leave the file out.');
  if (!existsSync(path) || !statSync(path).isFile()) throw new CommandFailed(`There is no file ${path}.`);
  const found = await retraceZip(path, key === undefined ? [] : await keysTyped(key));
  const holds = found.fault === null;
  if (json) printJson({ holds, ...found });
  else print(found);
  if (found.fault !== null) throw new CommandFailed(`It does not hold. ${visible(found.fault)}`);
  if (found.is_trusted === null) terminal().exit_code = KEY_UNKNOWN;
  if (json) return;
  say(found.is_trusted ? 'Everything holds, and it is the key that you trust.' : sayUnknown(found));
}

async function keysTyped(typed: string): Promise<string[]> {
  const keys = await trustedKeys(typed);
  if (keys === undefined)
    throw new WrongUse(
      '--key takes a fingerprint, as the desk’s page shows it (SHA256:…), or a file with its public key.',
    );
  return keys;
}

/** What a ZIP says of itself is a stranger's. */
function print({ audience, desk, article, report, signed_at, checks }: Retraced): void {
  if (report !== null)
    say(
      visible(`Report ${report} on article ${article} of ${desk}, ${audience}${signed_at && `, signed ${signed_at}`}`),
    );
  for (const { check, how, said, faults } of checks) {
    const sign = faults.length > 0 ? '✕' : how === 'taken' ? '–' : '✓';
    say(visible(`${sign} ${check}${how === 'taken' ? ' (taken as signed)' : ''}: ${faults[0] ?? said}`));
  }
}

function sayUnknown({ zip_key, report_key }: Retraced): string {
  const older = report_key === zip_key ? '' : `\nThe report itself by ${fingerprintInGroups(report_key)}`;
  return `Everything holds. It is signed by ${fingerprintInGroups(zip_key)}${older}\nWhose key that is, the ZIP cannot say: compare it with the page of the desk, and name it with --key.`;
}
