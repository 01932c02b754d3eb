// The refusals of the domain, in sentences. Status codes are http/error-pages.ts's.

/** No such thing, or none that this person may know of: the two are never told apart. */
export class NotFound extends Error {
  override name = 'NotFound';
  constructor(message = 'There is nothing here.') {
    super(message);
  }
}

/** It was there, and its words were erased for good. Thrown only of an article that was found through the person. */
export class Erased extends NotFound {
  override name = 'Erased';
  readonly article_id: string;
  constructor(article_id: string) {
    super('The words of this article were erased and cannot be restored.');
    this.article_id = article_id;
  }
}

/** The thing is there and the person may see it, but may not do this. The message is a sentence for the person. */
export class Forbidden extends Error {
  override name = 'Forbidden';
}

/** A rule of the desk says no. The message is a sentence for the person; `field` names the form field it concerns. */
export class RuleBroken extends Error {
  override name = 'RuleBroken';
  readonly field: string | undefined;
  constructor(message: string, field?: string) {
    super(message);
    this.field = field;
  }
}

/** It is more than the desk takes in one piece. */
export class TooLarge extends RuleBroken {
  override name = 'TooLarge';
}

/**
 * What was read took too long, wanted too much memory, or whoever read it died. Nothing was stored; the same may be tried
 * again. `why` lets the message for a person say more than this one.
 */
export class GaveUp extends Error {
  override name = 'GaveUp';
  readonly why: 'time' | 'memory' | 'died';
  constructor(why: GaveUp['why'] = 'died') {
    super(
      'Reading this text took too long or was interrupted. Nothing was changed and nothing is lost: please try again in a minute.',
    );
    this.why = why;
  }
}

/** More asks for a password to be looked at than the desk takes at once. Nothing was done; the same may be tried again. */
export class DeskBusy extends Error {
  override name = 'DeskBusy';
  /** After so long it is worth another try. */
  readonly wait_seconds = 5;
  constructor() {
    super('The desk is busy with other sign-ins. Nothing was changed: try again in a few seconds.');
  }
}

/** What a stale form needs to be sent again, with a choice for each field. */
export interface SendAgain {
  /** The revision that is stored now; left out where the form has none of this name. */
  revision?: number;
  /** What is stored now, as the fields of the form say it, by their names: those there is a choice for. */
  values: Record<string, string>;
  /** What the fields are called on their page, where their names do not say it. */
  labels?: Record<string, string>;
  /** Hidden fields that say something else when the form is sent again; null leaves a field out. */
  instead?: Record<string, string | null>;
}

/** What happened, what the two sides are, and what the buttons do, where the usual words would be wrong. */
export interface StaleWords {
  lead: string;
  yours?: string;
  theirs?: string;
  button?: string;
  /** The title of the page, and the link that leaves all as it is stored. */
  title?: string;
  leave?: string;
}

/**
 * Somebody saved the same row first. Both texts travel with the error, by field name, so that the page can show them; where
 * it says how to send the form `again`, the page lets people choose.
 */
export class StaleEdit extends Error {
  override name = 'StaleEdit';
  readonly yours: Record<string, string>;
  readonly theirs: Record<string, string>;
  readonly again: SendAgain | undefined;
  readonly words: StaleWords | undefined;
  constructor(
    yours: Record<string, string>,
    theirs: Record<string, string>,
    again?: SendAgain | undefined,
    words?: StaleWords,
  ) {
    super('Somebody saved this while you had it open.');
    this.words = words;
    this.yours = yours;
    this.theirs = theirs;
    this.again = again;
  }
}
