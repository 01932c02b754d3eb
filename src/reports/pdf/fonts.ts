// The fonts of a PDF: those of the desk, and of other alphabets only what the text is written in.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const GOOGLE = '@expo-google-fonts';

const ALWAYS = [
  `${GOOGLE}/source-serif-4/400Regular/SourceSerif4_400Regular.ttf`,
  `${GOOGLE}/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf`,
  `${GOOGLE}/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf`,
  `${GOOGLE}/inter/400Regular/Inter_400Regular.ttf`,
  `${GOOGLE}/inter/600SemiBold/Inter_600SemiBold.ttf`,
  `${GOOGLE}/source-code-pro/400Regular/SourceCodePro_400Regular.ttf`,
  `${GOOGLE}/noto-sans-symbols/400Regular/NotoSansSymbols_400Regular.ttf`,
];

interface Face {
  family: string;
  letters: RegExp;
  files: string[];
}

/** Of Arabic faces that were tried, only the words of this one come out of the file as they went in. */
const ARABIC: Face = {
  family: 'Amiri',
  letters: /\p{Script=Arabic}/u,
  files: [`${GOOGLE}/amiri/400Regular/Amiri_400Regular.ttf`, `${GOOGLE}/amiri/700Bold/Amiri_700Bold.ttf`],
};
const DEVANAGARI: Face = {
  family: 'Noto Serif Devanagari',
  letters: /\p{Script=Devanagari}/u,
  files: [
    `${GOOGLE}/noto-serif-devanagari/400Regular/NotoSerifDevanagari_400Regular.ttf`,
    `${GOOGLE}/noto-serif-devanagari/600SemiBold/NotoSerifDevanagari_600SemiBold.ttf`,
  ],
};
const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
const JAPANESE: Face = face('Noto Sans Japanese', 'jp/fonts/NotoSansJP', /[\p{Script=Hiragana}\p{Script=Katakana}]/u);
const KOREAN: Face = face('Noto Sans Korean', 'kr/fonts/NotoSansKR', /\p{Script=Hangul}/u);
const SIMPLIFIED: Face = face('Noto Sans S Chinese', 'sc/fonts/NotoSansHans', HAN);
const TRADITIONAL: Face = face('Noto Sans T Chinese', 'tc/fonts/NotoSansHant', HAN);

/** Each of them weighs as much as all others together: one weight does. */
function face(family: string, name: string, letters: RegExp): Face {
  return { family, letters, files: [`@embedpdf/fonts-${name}-Regular.otf`] };
}

export interface FontsNeeded {
  /** Names of the families beside the desk's own, in the order in which a letter is looked for. */
  families: string[];
  /** Files in the packages. */
  files: string[];
}

/** What a text of this language needs. The same Chinese letter is drawn as people of the text's language write it. */
export function fontsFor(text: string, language: string): FontsNeeded {
  const needed = [ARABIC, DEVANAGARI, ...eastAsian(text, language)].filter(({ letters }) => letters.test(text));
  return {
    families: [...needed.map(({ family }) => family), 'Noto Sans Symbols'],
    files: [...ALWAYS, ...needed.flatMap(({ files }) => files)],
  };
}

function eastAsian(text: string, language: string): Face[] {
  const chinese = /^zh-(?:Hant|TW|HK|MO)/i.test(language) ? TRADITIONAL : SIMPLIFIED;
  if (/^ja/i.test(language) || (!/^zh/i.test(language) && JAPANESE.letters.test(text)))
    return [{ ...JAPANESE, letters: HAN_OR_KANA }, KOREAN];
  return [chinese, JAPANESE, KOREAN];
}

const HAN_OR_KANA = new RegExp(`${HAN.source}|${JAPANESE.letters.source}`, 'u');

const read = new Map<string, Buffer>();

/** The bytes of the files; what was read once is kept. */
export async function readFonts(files: readonly string[]): Promise<Buffer[]> {
  const bytes: Buffer[] = [];
  for (const file of files) {
    const known = read.get(file) ?? (await readFile(pathOf(file)));
    read.set(file, known);
    bytes.push(known);
  }
  return bytes;
}

/** Packages name what may be imported of them, and fonts are not: their folder is found by what may. */
function pathOf(file: string): string {
  const name = file.split('/', 2).join('/');
  const entry = fileURLToPath(import.meta.resolve(name)).replaceAll('\\', '/');
  return `${entry.slice(0, entry.lastIndexOf(`/${name}/`))}/${file}`;
}
