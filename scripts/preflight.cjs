// Stops with a sentence where Node is too old, instead of the crash that would follow.
// It runs before any other file and in the oldest Node that a machine may have, so it is JavaScript of 2009.
/* biome-ignore-all lint: old syntax on purpose */
'use strict';

var parts = process.versions.node.split('.');
var major = Number(parts[0]);
var minor = Number(parts[1]);

if (major < 24 || (major === 24 && minor < 15)) {
  console.error('Claimdesk needs Node 24.15 or newer, and this is Node ' + process.versions.node + '.');
  console.error(
    'Run "npm ci" and start it with "npm start", which bring Node 24 along, or install it from https://nodejs.org.',
  );
  process.exit(1);
}

// Node says at each start that taking types off is an experiment; the desk does it on purpose, and its owner cannot help it.
var emitWarning = process.emitWarning;
process.emitWarning = function (warning, type) {
  if (type === 'ExperimentalWarning' && /stripTypeScriptTypes|type stripping/i.test(String(warning))) return;
  emitWarning.apply(process, arguments);
};

// Linux keeps much of what a server no longer uses, a heap for each processor, unless it is told before the start: the server
// starts once more in its own place, with the same number, told so. Whoever sets the variable keeps what they set. What is
// smaller than the threshold is not asked of Linux each time: SQLite wants 90 kB for each row that it gives back as written.
var starts_server =
  /[\\/]main\.ts$/.test(process.argv[1]) ||
  (/[\\/]cli\.ts$/.test(process.argv[1]) && /^(demo|serve)$/.test(process.argv[2]));
var start_again = process.platform === 'linux' && starts_server && process.execve;
var node_options = process.execArgv;

// On PostgreSQL ten requests wait for answers at once, each half done: in a young space as small as SQLite's most of what they
// have made would be copied twice, and then kept among the old. A list costs a sixth less with a larger one.
if (start_again && isOnPostgres()) node_options = node_options.concat('--max-semi-space-size=16');

if (start_again && !('MALLOC_ARENA_MAX' in process.env)) {
  process.env.MALLOC_ARENA_MAX = '1';
  process.env.MALLOC_MMAP_THRESHOLD_ = process.env.MALLOC_MMAP_THRESHOLD_ || '131072';
  process.execve(process.execPath, [process.execPath].concat(node_options, process.argv.slice(1)), process.env);
}

function isOnPostgres() {
  try {
    process.loadEnvFile();
  } catch (_) {
    // No .env here, which is usual.
  }
  return /^postgres/.test(process.env.DATABASE_URL);
}

// The start runs without the optimizing compiler (src/tidy-up.ts lets it begin): it would make some twenty functions of Node's
// own loader faster that nobody calls again, and brings eight megabytes of Node's file into memory. Threads at rest collect.
if (starts_server) {
  require('node:v8').setFlagsFromString('--no-turbofan');
  require('node:v8').setFlagsFromString('--expose-gc');
}

// Between two collections the heap of a server may grow by four tenths, not to twice its size and more: under load it holds a
// third less, for a few hundredths more work. Rows are made where young objects are, whatever became of others like them: the
// engine makes what was kept a few times where old ones are from then on, and most rows of a page are thrown away with it.
if (starts_server) {
  require('node:v8').setFlagsFromString('--heap-growing-percent=40');
  require('node:v8').setFlagsFromString('--no-allocation-site-pretenuring');
}

// The engine would make a function as fast as it can once it has been called 3,000 times, and then does so for a thousand of
// them, on other threads, in the first minutes of a server and in most of a command's time. What is called 10,000 times is worth
// it: a million letters take an eighth less to read, and a form that nobody has sent before a twentieth.
require('node:v8').setFlagsFromString('--invocation-count-for-turbofan=10000');

// What this process makes of the program's text, the next start need not make again. Kept beside the packages, so that it goes
// with them; where that may not be written, or the place is set in NODE_COMPILE_CACHE, Node says nothing and goes on.
require('node:module').enableCompileCache(
  require('node:path').join(__dirname, '..', 'node_modules', '.cache', 'claimdesk', 'compiled'),
);

// Nor need this start ask the disk for what the program's own imports say.
require('./quick-imports.cjs');
