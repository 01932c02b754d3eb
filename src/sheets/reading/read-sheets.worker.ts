// Reads one file of tables, in a process that may be ended at any time.
export { readSheets as piecesOf } from './read-sheets.ts';
