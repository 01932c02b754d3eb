// The fields in which a person notes what a document that came back says of fixes and queries. Pure.
import type { Typed } from '#src/http/form.ts';
import { cleanLine, cleanText } from '#src/text-fields.ts';

type Field = 'fix' | 'line' | 'answer' | 'name';

export interface ReturnedNoted {
  fixes: { number: number; word: 'agree' | 'refuse'; line: string }[];
  answers: { number: number; answer: string; name: string }[];
}

export function returnedField(field: Field, number: number): string {
  return `returned_${field}_${number}`;
}

const LONGEST = { line: 500, answer: 5000, name: 100 };

/** What was chosen and typed; what is longer than its page takes is cut there. */
export function returnedNotedIn(typed: Typed): ReturnedNoted {
  const noted: ReturnedNoted = { fixes: [], answers: [] };
  const said = (field: Field, number: number) => String([typed[returnedField(field, number)]].flat()[0] ?? '');
  for (const name of Object.keys(typed)) {
    const [, field, digits] = /^returned_(fix|answer)_([1-9]\d{0,6})$/.exec(name) ?? [];
    const number = Number(digits);
    if (field === 'fix') {
      const word = said('fix', number);
      const line = cleanLine(said('line', number)).slice(0, LONGEST.line).toWellFormed();
      if (word === 'agree' || word === 'refuse') noted.fixes.push({ number, word, line });
    } else if (field === 'answer') {
      const answer = cleanText(said('answer', number)).slice(0, LONGEST.answer).toWellFormed();
      const by = cleanLine(said('name', number)).slice(0, LONGEST.name).toWellFormed();
      if (answer !== '') noted.answers.push({ number, answer, name: by || 'the writer' });
    }
  }
  return noted;
}
