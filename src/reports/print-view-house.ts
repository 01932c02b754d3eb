// Who checked, read and signed, how, and how to complain, as the paper says it. Pure.
import { counted } from '#src/counted.ts';
import { followable } from './followable.ts';
import type { Report } from './report.ts';

export interface PaperSection {
  /** An id on the paper. */
  id: string;
  name: string;
  lines: { words: string; url?: string }[];
  scale: { mark: string; label: string; says: string }[];
}

/** The last sections of the paper, before the hashes. */
export function houseOnPaper(report: Report): PaperSection[] {
  const { house } = report;
  return [
    { id: 'who', name: 'Who checked, read and signed', lines: whoIn(report), scale: [] },
    { id: 'method', name: 'How this was checked', lines: paragraphsOf(house.method), scale: house.scale },
    { id: 'interests', name: 'Conflicts of interest', lines: interestsIn(report), scale: [] },
    { id: 'complain', name: 'How to complain', lines: complainIn(report), scale: [] },
  ];
}

function whoIn({ findings, signed, house }: Report): PaperSection['lines'] {
  const checked = tallied(findings.map((finding) => finding.checker));
  const read = tallied(findings.map((finding) => finding.second_reader));
  return [
    ...checked.map(([name, claims]) => ({ words: `${name} set the verdict of ${counted(claims, 'claim')}.` })),
    ...read.map(([name, claims]) => ({
      words: `${name} read ${counted(claims, 'claim')} second and confirmed the verdict.`,
    })),
    ...(checked.length === 0 ? [{ words: 'No claim is done yet.' }] : []),
    { words: signed ? `Signed by ${signed.signed_by} on ${signed.signed_at.words}.` : 'Nobody has signed this yet.' },
    ...(house.names_public
      ? []
      : [{ words: 'This desk does not name its people in public; each letter is one person.' }]),
  ];
}

function tallied(names: (string | null)[]): [string, number][] {
  const named = Map.groupBy(names, (name) => name);
  return [...named].flatMap(([name, all]) => (name === null ? [] : [[name, all.length] satisfies [string, number]]));
}

function interestsIn({ house, article }: Report): PaperSection['lines'] {
  if (house.interests !== '') return paragraphsOf(house.interests);
  return [{ words: `${article.desk} has not stated any. The interest of each source is given beside it.` }];
}

function complainIn({ house, article, signed }: Report): PaperSection['lines'] {
  const { complaints_to, answer_days } = house;
  const what = signed ? `report ${signed.number} on article ${article.number}` : `article ${article.number}`;
  const days = `${article.desk} answers within ${counted(answer_days, 'day')}, and says what it decided and why.`;
  if (complaints_to === '')
    return [{ words: `Write to ${article.desk}${article.outlet ? ` or to ${article.outlet}` : ''}. ${days}` }];
  return [
    { words: `Say which words of ${what} are wrong, and what you know. ${days}` },
    ...complaints_to.split('\n').map((words) => ({ words, ...addressIn(words) })),
  ];
}

/** A line that is a mail or web address, and nothing else, can be followed. */
function addressIn(words: string): { url?: string } {
  const line = words.trim();
  const url = /^[^\s@:/]+@[^\s@]+\.[^\s@]+$/.test(line) ? `mailto:${line}` : followable(line);
  return url === '' ? {} : { url };
}

function paragraphsOf(words: string): { words: string }[] {
  return words
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ words: line }));
}
