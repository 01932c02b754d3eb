// What people are called by what they do. The heads of noun phrases that stand before or after a name.

const words = (text: string) => new Set(text.split(/\s+/));

/** Single words that name a role. A phrase ends with one: "Afghan president", "deputy police chief". */
export const ROLES = words(
  `president vice-president premier chancellor minister secretary senator representative congressman congresswoman
  congressmember mp mep lawmaker legislator governor mayor councillor councilman councilwoman councillor delegate
  ambassador envoy diplomat consul attaché commissioner official officer spokesman spokeswoman spokesperson chief
  director chairman chairwoman chairperson chair ceo cfo founder co-founder owner manager executive head leader deputy
  general lieutenant colonel major captain commander sergeant corporal private admiral marshal brigadier inspector
  detective constable superintendent sheriff policeman policewoman soldier guard pilot judge justice magistrate
  prosecutor attorney solicitor barrister lawyer advocate counsel coroner juror witness victim suspect defendant
  plaintiff professor lecturer teacher researcher scientist analyst economist historian expert scholar student
  psychologist physicist biologist chemist engineer doctor nurse surgeon physician paramedic pastor priest bishop
  archbishop cardinal pope imam rabbi cleric reverend king queen prince princess duke duchess lord lady sir dame
  author writer journalist reporter correspondent editor columnist blogger presenter host anchor broadcaster producer
  actor actress singer musician artist composer comedian coach trainer captain player striker goalkeeper referee
  driver farmer fisherman worker employee trader banker investor broker activist campaigner organiser organizer
  volunteer resident neighbour neighbor witness passenger survivor relative father mother son daughter brother sister
  husband wife widow uncle aunt nephew niece cousin friend candidate nominee challenger incumbent frontrunner
  administrator creator curator principal dean undersecretary auditor ombudsman negotiator mediator
  strategist adviser advisor aide consultant pollster donor treasurer clerk whip speaker member veteran insurgent
  militant rebel fighter mr mrs ms miss dr mx prof sen rep gov gen col lt sgt capt maj cmdr rev hon pres`,
);

/** Words that stand before a role and belong to it. */
export const ROLE_MODIFIERS = words(
  `former ex-president deputy vice acting interim assistant associate senior junior chief prime foreign home finance
  defence defense interior health education justice executive managing general national state federal local regional
  provincial district police military army navy intelligence press party union opposition government house senate
  white late founding retired outgoing incoming newly-elected first second top lead leading presidential republican
  democratic conservative labour liberal attorney`,
);
