// What a desk says of itself in its reports, and what holds where it has said nothing. Pure.

export interface Statement {
  /** How the desk checks, in its own words or in ours. */
  method: string;
  /** What may bias the desk; '' where it has stated nothing. */
  interests: string;
  /** Where complaints go: a mail address, a web address or a postal one; '' where it has not said. */
  complaints_to: string;
  answer_days: number;
  /** Whether reports for the public name those who checked, read and signed. */
  names_public: boolean;
  /** Whether the public ZIP of a signed report holds the saved copies of open sources. */
  copies_public: boolean;
}

/** What reports print of a desk that has not written how it checks. */
export const USUAL_METHOD =
  'The text was read sentence by sentence. Every name, figure, date, quotation and other statement that can be checked was marked as a claim or ticked. For each claim one person looked for sources, noted where they say it, and gave a verdict; another person read the verdict with its sources and confirmed it, or sent it back. What nobody finished is listed under “Not checked”. Where accounts differ, each is recorded with who gave it, and the rule by which the desk chose is stated.';

/** Days in which a desk answers a complaint where it has not said another number. */
const USUAL_ANSWER_DAYS = 14;

/** What holds of a desk that has said nothing. */
export const NO_STATEMENT: Omit<Statement, 'method'> = {
  interests: '',
  complaints_to: '',
  answer_days: USUAL_ANSWER_DAYS,
  names_public: false,
  copies_public: false,
};
