// The refusals of spreadsheets, in sentences. Pure.
import { RuleBroken } from '#src/errors.ts';

/** The file cannot be read at all. The message is a sentence for the person. */
export function unreadable(message: string): RuleBroken {
  return new RuleBroken(message, 'file');
}

export const INSTEAD = 'Save it as .xlsx, .ods or .csv, and choose that file.';
export const TANGLED = `This spreadsheet is damaged, or made to be slow, and nothing of it was read. Open it, and save it anew. ${INSTEAD}`;
export const TOO_LARGE = `This spreadsheet unpacks to more than the desk reads of one. Save only the sheet with the claims, as .xlsx or .csv.`;
