// Runs before any other file and in the oldest Node that a machine may have, so it is written in the JavaScript of 2009: it
// stops with a sentence where Node is too old, instead of the crash that would follow.
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
