// The page models of taking an article in and of its details.
import { counted } from '#src/counted.ts';
import { sayDate, sayWhole } from '#src/dates.ts';
import type { FormError, Option, RefusedForm, Typed } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
import { newId } from '#src/ids.ts';
import type { DeskFound } from '#src/people/desks/store.ts';
import { currentTimeZone, timeZoneOptions } from '#src/people/desks/time-zones.ts';
import { may } from '#src/people/permissions.ts';
import type { Profile } from '#src/people/profiles/store.ts';
import { cutAtWord } from './article.ts';
import { profileChosenFirst, profileOptions, profilesToChoose } from './article-profile-view.ts';
import { detailsTyped } from './details.ts';
import type { DraftShown, OriginalShown } from './intake-view.ts';
import { languageName, languageTags } from './languages.ts';
import type { ArticleFound, VersionFacts } from './store.ts';
import { articleTabs, type TabLink } from './tabs.ts';

/** A desk at which an article may be taken in, with its profiles. */
export type DeskToChoose = DeskFound & { profiles: Profile[] };

interface FormPage extends PageFrame {
  zones: Option[];
  languages: Option[];
  /** The profiles to choose from; '' stands for the default of the desk that is chosen. */
  profiles: Option[];
  errors: FormError[];
  typed?: Typed;
}

export interface NewArticlePage extends FormPage {
  width: 'narrow';
  /** The id that the article will have: a form sent twice makes one article. */
  id: string;
  desks: Option[];
  desk: string;
  deadline_hint: string;
  /** What was read out of a document; null where the person writes the article in by hand. */
  draft: DraftShown | null;
  /** What the fields begin with, by name. */
  values: Record<string, string>;
}

export interface NewArticleStart {
  refused?: RefusedForm;
  draft?: DraftShown;
  values?: Record<string, string>;
}

/** The page on which an article is taken in at one of these desks; `wanted` is the slug of the desk to offer first. */
export function newArticlePage(
  desks: DeskToChoose[],
  wanted: string | undefined,
  { refused, draft, values = {} }: NewArticleStart = {},
): NewArticlePage {
  const desk = desks.find(({ slug }) => slug === wanted) ?? desks[0];
  const zonesOfDesks = desks.map(({ name, time_zone }) => `${currentTimeZone(time_zone)} (${name})`).join(', ');
  const only = desks.length === 1 ? desk : undefined;
  return {
    title: 'Take an article in',
    nav: 'articles',
    width: 'narrow',
    id: newId(),
    desks: desks.map(({ slug, name }) => ({ value: slug, label: name })),
    desk: desk?.slug ?? '',
    deadline_hint: only
      ? `In the desk’s time, ${currentTimeZone(only.time_zone)}.`
      : `In the time of the desk: ${zonesOfDesks}.`,
    draft: draft ?? null,
    values: { profile_id: profileChosenFirst(desks), ...values },
    profiles: profileOptions(desks),
    zones: zoneOptions(
      desks.map(({ time_zone }) => time_zone),
      values.dated_zone,
    ),
    languages: [
      { value: '', label: only ? `The desk’s: ${languageName(only.language)}` : 'The desk’s' },
      ...languageOptions(values.language || undefined),
    ],
    errors: [],
    ...refused,
  };
}

export interface DetailsPage extends FormPage {
  article: { number: number; title: string; language: string; revision: number };
  head: { tabs: TabLink[] };
  may_change: boolean;
  /** The version that stands, in words, with its hash. */
  text_facts: { version: string; length: string; sha256: string };
  /** The document that the article came from, for those who may see it. */
  original: OriginalShown | null;
  values: Record<string, string>;
  deadline_hint: string;
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
  const { dated_on, ...typed } = detailsTyped(article, time_zone);
  const [date = '', time = ''] = dated_on.split('T');
  return {
    title: `Details: ${cutAtWord(title, 45)}`,
    nav: 'articles',
    article: { number, title, language, revision },
    head: { tabs: articleTabs(number, 'details') },
    text_facts: {
      version: `${version.number} of ${sayWhole(version.created_at, time_zone)}`,
      length: `${counted(version.length, 'character')}, ${counted(version.sentence_count, 'sentence')}`,
      sha256: version.sha256,
    },
    original,
    may_change: may(article.role, 'change_details'),
    values: { title, ...typed, dated_on: date, dated_time: time, ...checkingTyped(article) },
    profiles: profilesToChoose(profiles, article.profile_id),
    deadline_hint: `In the desk’s time, ${currentTimeZone(time_zone)}.`,
    zones: zoneOptions([time_zone], typed.dated_zone),
    languages: languageOptions(language),
    facts: factsOf(article),
    errors: [],
    ...refused,
  };
}

/** What is said after an article was taken in. */
export function takenInNotice({
  sentence_count,
  paragraph_count,
}: {
  sentence_count: number;
  paragraph_count: number;
}): string {
  return `Taken in: ${counted(sentence_count, 'sentence')} in ${counted(paragraph_count, 'paragraph')}.`;
}

function checkingTyped({ profile_id, needs_legal }: ArticleFound): { profile_id: string; needs_legal: string } {
  return { profile_id, needs_legal: needs_legal === 1 ? '1' : '' };
}

function factsOf(article: ArticleFound): { name: string; words: string }[] {
  const { byline, outlet, url, language, place, dated_on, dated_zone, deadline_at, asked_by, asked_why, time_zone } =
    article;
  const facts = [
    { name: 'Byline', words: byline },
    { name: 'Outlet', words: outlet },
    { name: 'Address', words: url },
    { name: 'Language', words: languageName(language) },
    { name: 'Place', words: place },
    { name: 'Dated', words: dated_on ? `${sayDate(dated_on)} (${currentTimeZone(dated_zone ?? '')})` : '' },
    {
      name: 'Deadline',
      words: deadline_at ? `${sayWhole(deadline_at, time_zone)} (${currentTimeZone(time_zone)})` : '',
    },
    { name: 'Asked by', words: asked_by },
    { name: 'What for', words: asked_why },
    { name: 'Profile', words: article.profile_name },
    { name: 'Legal', words: article.needs_legal === 1 ? 'has to see it' : '' },
  ];
  return facts.filter(({ words }) => words !== '');
}

/** Nothing is chosen beforehand: the zone of a date is asked, never guessed. The desks' own zones stand first. */
function zoneOptions(own: string[], chosen = ''): Option[] {
  const zones = timeZoneOptions(chosen || 'UTC');
  const names = new Set(own.map(currentTimeZone));
  return [
    { value: '', label: 'Choose' },
    ...zones
      .filter(({ label }) => names.has(label))
      .map((zone) => ({ ...zone, label: `${zone.label} (the desk’s own)` })),
    ...zones.filter(({ label }) => !names.has(label)),
  ];
}

function languageOptions(chosen?: string): Option[] {
  return languageTags(chosen).map((tag) => ({ value: tag, label: languageName(tag) }));
}
