// The first line of what the desk says of a fix or query in a redline, and what was typed onto it. Pure.

const LEAD = /(?:Query \d+, to the (?:writer|editor)(?:, open)?|Fix \d+(?:, not decided)?(?:, claim \d+)?)/;

/** Whether the desk's words stand in this line. */
export function hasLead(line: string): boolean {
  return LEAD.test(line);
}

/** What stands in a line besides them: behind, before, or in their place. */
export function besideLead(line: string): string {
  return line
    .replace(LEAD, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[\s,:;.–—-]+/, '');
}
