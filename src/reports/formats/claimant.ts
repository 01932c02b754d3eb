// Who makes a claim, as schema.org has it: a person or a body. Pure.
import { namesIn } from '#src/sources/formats/names.ts';
import type { Finding } from '../finding.ts';
import type { PublicArticle } from '../report.ts';

interface Speaker {
  '@type': 'Person' | 'Organization';
  name: string;
  jobTitle?: string;
}

/** Words that only a person is called by. */
const PERSON =
  /\b(?:spokes(?:man|woman|person)|commander|officer|official|witness|resident|minister|mayor|governor|president|chief|doctor|captain|colonel|general|fighter|man|woman|father|mother|relative|neighbou?r|teacher|expert|analyst|diplomat|lawyer|driver|survivor)\b/i;

/** The one who said it: the last of the chain; else whoever wrote the article, or the paper in which it stands. */
export function claimantOf({ attribution }: Finding, { byline, outlet }: PublicArticle): Speaker | null {
  const speaker = attribution.at(-1);
  if (speaker === undefined) return personOrBody(byline) ?? personOrBody(outlet);
  const { name, role } = speaker;
  const is_person = role !== '' || PERSON.test(name);
  const one = is_person ? { '@type': 'Person' as const, name } : personOrBody(name);
  return one && role !== '' ? { ...one, jobTitle: role } : one;
}

/** A name that is plainly a person's, or a body; null for no name. */
export function personOrBody(name: string): Speaker | null {
  if (name === '') return null;
  const [first] = namesIn(name);
  return { '@type': first !== undefined && 'family' in first ? 'Person' : 'Organization', name };
}
