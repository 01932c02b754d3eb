// Why a file is not taken for the ZIP of a report. Pure.

/** The message is a sentence for whoever checks it. */
export class ZipRefused extends Error {
  override name = 'ZipRefused';
}
