// The desk that is measured, on SQLite or on PostgreSQL: in a process of its own, or in this very one.
import { join } from 'node:path';
import { readConfig } from '#src/config.ts';
import { deskHere } from './desk-here.ts';
import { MeasuredProcess, type MeasuredServer } from './measured-server.ts';

/** A database, and the process whose children serve it, where that is known. */
export interface Postgres {
  url: string;
  pid?: number | undefined;
}

export interface Where {
  /** That of the SQLite file. */
  folder: string;
  /** Instead of that file. */
  postgres?: Postgres | undefined;
  /** In this process: whoever wants its answers has them at once, and no figure that would be the desk's alone. */
  here?: boolean;
}

export function startDesk({ here = false, ...where }: Where): Promise<MeasuredServer> {
  return here ? deskHere(readConfig(settingsOf(where)), where.postgres?.pid) : deskProcess(where);
}

/** In a process of its own, as npm start does. */
export function deskProcess({ folder, postgres }: Omit<Where, 'here'>): Promise<MeasuredProcess> {
  return MeasuredProcess.start(join(import.meta.dirname, '../../src/main.ts'), {
    // What it compiles it keeps where npm start does: V8 takes nothing that was made under other flags.
    env: { ...settingsOf({ folder, postgres }), NODE_COMPILE_CACHE: undefined },
    first: '/sign-in',
    // It checks Node, and keeps what was compiled; on PostgreSQL there is more room for what is young.
    node: [
      ...(postgres === undefined ? [] : ['--max-semi-space-size=16']),
      ...['--require', join(import.meta.dirname, '../../scripts/preflight.cjs')],
    ],
    database_pid: postgres?.pid,
  });
}

function settingsOf({ folder, postgres }: Omit<Where, 'here'>): Record<string, string> {
  return {
    DATA_DIR: folder,
    DATABASE_URL: postgres?.url ?? '',
    HOST: '',
    PORT: '0',
    LOG_LEVEL: 'silent',
    PUBLIC_URL: '',
  };
}
