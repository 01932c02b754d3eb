// The languages that forms offer, by their English names; other BCP 47 tags are kept.
import { lazily } from '#src/lazily.ts';

const TAGS = (
  'af am ar az be bg bn bs ca cs da de el en en-GB en-US es et eu fa fa-AF fi fr ga gl ha he hi hr hu hy id is it ja ka kk ' +
  'km ko ku ky lo lt lv mk mn ms mt my nb ne nl pa pl ps pt pt-BR ro ru rw sk sl so sq sr sv sw ta te th ti tk tr uk ur uz ' +
  'vi yo zh zh-Hant zu'
).split(' ');

const names = lazily(() => new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' }));

/** What a language is called in English, like "Portuguese (Brazil)"; a tag without a name stays as it is. */
export function languageName(tag: string): string {
  try {
    return names().of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** "Spanish", or "Spanish, guessed". */
export function languageSaid({ language, language_guessed }: { language: string; language_guessed: 0 | 1 }): string {
  return `${languageName(language)}${language_guessed === 1 ? ', guessed' : ''}`;
}

const offered = lazily(() => byName(TAGS));

/** The tags to choose from, in the order of their names, and this one too where it is another. */
export function languageTags(also?: string): readonly string[] {
  return also === undefined || TAGS.includes(also) ? offered() : byName([...offered(), also]);
}

/** Each is asked for its name once: to ask anew for every comparison took longer than the rest of the form. */
function byName(tags: readonly string[]): string[] {
  const named = tags.map((tag) => ({ tag, name: languageName(tag) }));
  return named.sort((a, b) => a.name.localeCompare(b.name, 'en')).map(({ tag }) => tag);
}
