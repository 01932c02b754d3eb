// The page model of the details of an article.
import { counted } from '#src/counted.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { sayDate, sayWhole } from '#src/dates.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { currentTimeZone } from '#src/people/desks/time-zones.ts';
import { may } from '#src/people/permissions.ts';
import type { Profile } from '#src/people/profiles/store.ts';
import { profilesToChoose } from '../article-profile-view.ts';
import { languageName, languageSaid } from '../languages.ts';
import type { OriginalShown } from '../original-view.ts';
import type { ArticleFound } from '../store.ts';
import type { ArticleTab } from '../tabs.ts';
import type { VersionFacts } from '../version-facts-store.ts';
import { type FormPage, languageOptions, zoneOptions } from '../view.ts';
import { detailsInForm } from './details.ts';
import { checkingTyped } from './details-change.ts';

export interface DetailsPage extends FormPage {
  article: { number: number; title: string; language: string; revision: number };
  tab: ArticleTab;
  may_change: boolean;
  put_away: { is_put_away: boolean; may: boolean };
  /** The version that stands, in words, with its hash. */
  text_facts: { version: string; length: string; sha256: string };
  /** The document that the article came from, for those who may see it. */
  original: OriginalShown | null;
  values: Record<string, string>;
  deadline_hint: string;
  /** Where nobody said the language. */
  language_hint: string;
  /** For those who may only read: what is noted, in words; what is empty is left out. */
  facts: { name: string; words: string }[];
}

/** The page with the details of an article. */
export function detailsPage(
  article: ArticleFound,
  { version, original, profiles }: { version: VersionFacts; original: OriginalShown | null; profiles: Profile[] },
  refused?: RefusedForm,
): DetailsPage {
  const { number, title, language, revision, time_zone } = article;
  const typed = detailsInForm(article, time_zone);
  return {
    title: `Details: ${cutAtWord(title, 45)}`,
    nav: 'articles',
    where: article.desk_name,
    article: { number, title, language, revision },
    tab: 'details' as const,
    text_facts: {
      version: `${version.number} of ${sayWhole(version.created_at, time_zone)}`,
      length: `${counted(version.length, 'character')}, ${counted(version.sentence_count, 'sentence')}`,
      sha256: version.sha256,
    },
    original,
    may_change: may(article.role, 'change_details') && article.put_away_at === null,
    put_away: { is_put_away: article.put_away_at !== null, may: may(article.role, 'put_articles_away') },
    values: { title, ...typed, ...checkingTyped(article) },
    profiles: profilesToChoose(profiles, article.profile_id),
    deadline_hint: `In the desk’s time, ${currentTimeZone(time_zone)}.`,
    zones: zoneOptions([time_zone], typed.dated_zone),
    languages: languageOptions(language),
    language_hint: article.language_guessed === 1 ? `${languageName(language)} was guessed from the text.` : '',
    facts: factsOf(article),
    errors: [],
    ...refused,
  };
}

function factsOf(article: ArticleFound): { name: string; words: string }[] {
  const { byline, outlet, url, place, dated_on, dated_zone, deadline_at, asked_by, asked_why, time_zone } = article;
  const facts = [
    { name: 'Byline', words: byline },
    { name: 'Outlet', words: outlet },
    { name: 'Address', words: url },
    { name: 'Language', words: languageSaid(article) },
    { name: 'Place', words: place },
    { name: 'Dated', words: dated_on ? `${sayDate(dated_on)} (${currentTimeZone(dated_zone ?? '')})` : '' },
    {
      name: 'Deadline',
      words: deadline_at ? `${sayWhole(deadline_at, time_zone)} (${currentTimeZone(time_zone)})` : '',
    },
    { name: 'Asked by', words: asked_by },
    { name: 'Purpose', words: asked_why },
    { name: 'Profile', words: article.profile_name },
    { name: 'Writer', words: may(article.role, 'see_confidential') ? article.writer_notes : '' },
    { name: 'Legal', words: article.needs_legal === 1 ? 'has to see it' : '' },
  ];
  return facts.filter(({ words }) => words !== '');
}
