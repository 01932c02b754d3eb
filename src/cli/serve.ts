// `serve`: the server, as `npm start` runs it.
import { command } from './command.ts';

export const serve = command({
  summary: 'Run the desk. The same as "npm start".',
  details:
    'PORT and HOST say where it listens, DATA_DIR or DATABASE_URL where it stores its data; README lists them all.',
  async run() {
    await import('#src/main.ts');
  },
});
