// A part of an address as people read it.

/** With its escapes read, or as it stands where they are none: "50%25" is "50%", "50%" stays. */
export function percentDecoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
