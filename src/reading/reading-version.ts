// The version number of the reading: pages drawn under another one are drawn again.

/**
 * Goes up whenever the reading of any text changes: what a browser keeps, and what is stored of a reading, holds for one
 * number alone. A test reads a fixed corpus and fails where the output changed and the number did not.
 */
export const READING_VERSION = 19;
