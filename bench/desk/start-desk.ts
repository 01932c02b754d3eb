// The desk that is measured, started as npm start does, on SQLite or on a PostgreSQL server.
import { join } from 'node:path';
import { MeasuredServer } from './measured-server.ts';

/** Starts it on the file in this folder, or on this database, whose server has this process. */
export function startDesk(on: { folder: string; postgres?: { url: string; pid: number } }): Promise<MeasuredServer> {
  const where = { DATA_DIR: on.folder, DATABASE_URL: on.postgres?.url ?? '' };
  return MeasuredServer.start(join(import.meta.dirname, '../../src/main.ts'), {
    env: { ...where, HOST: '', PORT: '0', LOG_LEVEL: 'silent', PUBLIC_URL: '' },
    first: '/sign-in',
    // As npm start does: it checks Node, and keeps what was compiled; on PostgreSQL there is more room for what is young.
    node: [
      ...(on.postgres === undefined ? [] : ['--max-semi-space-size=16']),
      ...['--require', join(import.meta.dirname, '../../scripts/preflight.cjs')],
    ],
    ...(on.postgres === undefined ? {} : { database_pid: on.postgres.pid }),
  });
}
