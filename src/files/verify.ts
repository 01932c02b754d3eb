// Checks that the bytes of all files are still those whose hashes were recorded.
import { createHash } from 'node:crypto';
import type { Db } from '#src/database/schema.ts';
import { readFile } from './commands.ts';
import { listLinkedAfter } from './store.ts';

export interface FilesReport {
  checked: number;
  /** A sentence for each file whose bytes are not what they were. */
  faults: string[];
}

const FILES_AT_A_TIME = 100;

/** Hashes every file that a command took up, of every desk, a chunk at a time. Never throws for a changed one: the faults are what it is for. */
export async function verifyFiles(db: Db): Promise<FilesReport> {
  const report: FilesReport = { checked: 0, faults: [] };
  let last = '';
  for (;;) {
    const files = await listLinkedAfter(db, last, FILES_AT_A_TIME);
    for (const file of files) {
      last = file.id;
      report.checked += 1;
      if (!(await isAsKept(db, file)))
        report.faults.push(`The bytes of the file “${file.name}” (${file.id}) were changed.`);
    }
    if (files.length < FILES_AT_A_TIME) return report;
  }
}

/** Whether the bytes of a file are those whose hash was taken; a chunk at a time. */
export async function isAsKept(db: Db, { id, sha256 }: { id: string; sha256: string | null }): Promise<boolean> {
  const hash = createHash('sha256');
  for await (const chunk of readFile(db, id)) hash.update(chunk);
  return hash.digest('hex') === sha256;
}
