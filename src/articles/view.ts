// The page model of taking an article in.
import { counted } from '#src/counted.ts';
import type { FormError, Option, RefusedForm, Typed } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
import { newId } from '#src/ids.ts';
import type { DeskFound } from '#src/people/desk-store.ts';
import { currentTimeZone, timeZoneOptions } from '#src/people/desks/time-zones.ts';
import type { Profile } from '#src/people/profiles/store.ts';
import { profileChosenFirst, profileOptions } from './article-profile-view.ts';
import type { DraftShown } from './intake/view.ts';
import { languageName, languageTags } from './languages.ts';

/** A desk at which an article may be taken in, with its profiles. */
export type DeskToChoose = DeskFound & { profiles: Profile[] };

export interface FormPage extends PageFrame {
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
    title: 'Add article',
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
      { value: '', label: `As the text shows, or the desk’s${only ? `: ${languageName(only.language)}` : ''}` },
      ...languageOptions(values.language || undefined),
    ],
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
  return `Article added: ${counted(sentence_count, 'sentence')} in ${counted(paragraph_count, 'paragraph')}.`;
}

/** Nothing chosen is the desk's own zone; the desks' zones stand first. */
export function zoneOptions(own: string[], chosen = ''): Option[] {
  const zones = timeZoneOptions(chosen || 'UTC');
  const names = new Set(own.map(currentTimeZone));
  return [
    { value: '', label: 'The desk’s' },
    ...zones
      .filter(({ label }) => names.has(label))
      .map((zone) => ({ ...zone, label: `${zone.label} (the desk’s own)` })),
    ...zones.filter(({ label }) => !names.has(label)),
  ];
}

/** The languages to choose from, with the one that was chosen. */
export function languageOptions(chosen?: string): Option[] {
  return languageTags(chosen).map((tag) => ({ value: tag, label: languageName(tag) }));
}
