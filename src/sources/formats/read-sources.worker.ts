// Reads one file of sources, in a process that may be ended at any time.
export { readSources as piecesOf } from './read-sources.ts';
