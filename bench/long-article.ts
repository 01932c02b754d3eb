// An article of about a million bytes, and its next version: what the measurements of large texts start from.

const PLACES = ['Marn', 'Vessel Bay', 'Port Adair', 'Lower Tiss', 'Oraby', 'Kell Point'];
const NAMES = ['Ines Korhal', 'Lena Orsk', 'Tomas Veld', 'Ada Brink', 'Paul Imre'];

function paragraphOf(index: number): string {
  const [place, name] = [PLACES[index % PLACES.length], NAMES[index % NAMES.length]];
  return [
    `In ${place} at least ${10 + (index % 89)} people were hurt on day ${index}, the fire service said.`,
    `${name}, who runs office ${index}, said that the damage was ${index % 7} million crowns.`,
    `“We have asked for ${index + 3} trucks and got none,” said ${name}. It was a cold morning there.`,
  ].join(' ');
}

/** The paragraphs of it, all told about so many bytes. */
export function longArticle(size = 965_000): string[] {
  const found: string[] = [];
  for (let bytes = 0, index = 0; bytes < size; index += 1) {
    const words = paragraphOf(index);
    found.push(words);
    bytes += words.length + 2;
  }
  return found;
}

/** The next version: numbers changed, one paragraph moved, some cut. */
export function revised(before: string[]): string {
  const after = before.flatMap((words, index) => {
    if (index % 50 === 7) return [];
    if (index % 9 === 3) return [words.replace(/at least \d+/, 'at least 99')];
    return [words];
  });
  const [moved] = after.splice(10, 1);
  return [...after, moved].join('\n\n');
}
