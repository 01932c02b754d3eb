// Reads one file of sources, in a process of its own: it may be ended at any time, and nothing of the desk is lost with it.
export { readSources as piecesOf } from './read-sources.ts';
