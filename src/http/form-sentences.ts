// What a form says about a field when its schema has no words of its own.
import type { z } from 'zod';

/** A plain sentence for an issue that zod found; schemas override it by giving their own message. */
export function sentenceFor(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'Fill this in.';
      return issue.expected === 'number' ? 'Write a number here, such as 12.' : 'This arrived twice. Fill it in once.';
    case 'too_small':
      if (issue.origin === 'string') return 'Fill this in.';
      if (issue.origin === 'array') return 'Choose at least one.';
      return `This must be ${issue.minimum} or more.`;
    case 'too_big':
      if (issue.origin === 'string') return tooLong(issue);
      if (issue.origin === 'array') return `Choose at most ${issue.maximum}.`;
      return `This must be ${issue.maximum} or less.`;
    case 'invalid_value':
      return 'Choose one of the answers offered.';
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'The desk cannot read this. Check how it is written.';
    default:
      return 'The desk cannot read this. Check it again.';
  }
}

const FORMATS: Record<string, string> = {
  email: 'Write an address like name@example.org.',
  url: 'Write a whole address that starts with https:// or http://.',
  date: 'Write a date like 2026-03-14.',
  datetime: 'Write a date and time like 2026-03-14 18:00.',
};

function tooLong(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): string {
  const length = typeof issue.input === 'string' ? issue.input.length : 0;
  return `This may be ${issue.maximum} characters long; it has ${length}. Shorten it and save again.`;
}
