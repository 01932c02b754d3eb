// How pages and help name the ZIP of a signed report. Pure.
import { AUDIENCES } from '#src/sources/held-back/audience.ts';
import type { FormatOffered } from '../formats/report-format.ts';

/** No entry of the register: it is not written from a model alone, and there is none of a draft. */
export const ZIP_OFFERED: FormatOffered = {
  name: 'zip',
  label: 'ZIP',
  purpose: 'everything in one file, with hashes and signatures, to be re-traced without the desk',
  shelf: 'outsiders',
  media_type: 'application/zip',
  audiences: AUDIENCES,
};
