// Where the tests put what they do not keep: in memory where there is plenty.
import { readFileSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';

const IN_MEMORY = '/dev/shm';
/** A run takes some 2 GB at most; nothing else may be pressed for room by it. */
const PLENTY_BYTES = 6_000_000_000;

/** A folder of files in memory, where it has room and programs may run from it; else the one for temporary files. */
export function folderForTests(): string {
  if (process.platform !== 'linux' || process.env.TMPDIR) return tmpdir();
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    const isRoomy = Math.min(bavail * bsize, freemem()) > PLENTY_BYTES;
    return isRoomy && runsPrograms(IN_MEMORY) ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

function runsPrograms(folder: string): boolean {
  const mounted = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .find(([, place]) => place === folder);
  return mounted !== undefined && !mounted[3]?.split(',').includes('noexec');
}
