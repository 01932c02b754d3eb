// Notes the hash of each new migration in migrations/hashes.json. Run it when one lands:
// node tests/support/record-migrations.ts
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationNames } from '#src/database/migrate.ts';

const FOLDER = join(import.meta.dirname, '../../migrations');
const RECORD = join(FOLDER, 'hashes.json');

/** The hashes that were noted when each migration landed, by name. */
export function recordedHashes(): Record<string, string> {
  return existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, 'utf8')) : {};
}

/** The hashes of the migrations as they are now, by name. */
export function presentHashes(): Record<string, string> {
  return Object.fromEntries(
    migrationNames(FOLDER).map((name) => {
      const source = readFileSync(join(FOLDER, `${name}.ts`), 'utf8').replaceAll('\r\n', '\n');
      return [name, createHash('sha256').update(source).digest('hex')];
    }),
  );
}

if (import.meta.main)
  writeFileSync(RECORD, `${JSON.stringify({ ...presentHashes(), ...recordedHashes() }, null, 2)}\n`);
