// What the suites of each engine are called, so that the runner can count their tests.
import type { Engine } from '#src/database/engine.ts';

export const SUITE_NAMES: Record<Engine, string> = { sqlite: 'on SQLite', postgres: 'on PostgreSQL' };
