// Which addresses a reader of a report may follow. Pure.

/** The address where it is one of the web or of mail; '' for any other. */
export function followable(url: string): string {
  return /^(?:https?:\/\/|mailto:)\S+$/i.test(url) && url.length <= 2_000 ? url : '';
}
