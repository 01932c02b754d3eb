// The register of what can happen at a desk: every verb of the log with its sentence, as it follows a person's name.

export const EVENTS = {
  'person.first_made': 'set up the desk as its first person',
  'person.invited': 'invited a person',
  'person.invitation_withdrawn': 'withdrew an invitation',
  'person.joined': 'took up the invitation',
  'person.added': 'added a person',
  'person.renamed': 'changed the name',
  'person.administration_changed': 'changed who is an administrator',
  'person.disabled': 'disabled a person',
  'person.enabled': 'enabled a person again',
  'person.reset_offered': 'made a link for a new password',
  'person.password_changed': 'changed the password',
  'person.sessions_ended': 'ended sessions',
  'desk.opened': 'opened a desk',
  'desk.changed': 'changed the settings of the desk',
  'desk.member_added': 'made a person a member',
  'desk.member_role_changed': 'changed the role of a member',
  'desk.member_removed': 'took a member off the desk',

  'article.taken_in': 'took the article in',
  'article.details_changed': 'changed the details of the article',

  'sentence.initialled': 'initialled as nothing to check',
  'sentence.initial_removed': 'took the initials back',
  'words.ticked': 'ticked words as right',
  'words.tick_removed': 'took a tick back',

  'claim.marked': 'marked a claim',
  'claim.details_changed': 'changed the details of the claim',
  'claim.range_changed': 'changed the words of the claim',
  'claim.attribution_changed': 'changed who said it',
  'claim.key_changed': 'changed whether the claim is key',
  'claim.assigned': 'assigned the claim',
  'claim.taken': 'took the claim',
  'claim.verdict_set': 'set a verdict',
  'claim.sentence_mended': 'mended the verdict sentence',
  'claim.made_ready': 'offered the claim for second read',
  'claim.returned': 'sent the claim back',
  'claim.closed': 'read second and closed the claim',
  'claim.reopened': 'opened the claim again',
  'claim.withdrawn': 'dropped the claim',
  'claim.restored': 'brought the claim back',

  'source.added': 'added a source',
  'source.changed': 'changed a source',
  'evidence.added': 'added evidence',
  'evidence.changed': 'changed evidence',
  'evidence.removed': 'took evidence off the claim',
  'contact.added': 'noted a contact',
  'contact.changed': 'changed a contact',

  'fix.asked': 'asked for a fix',
  'fix.decided': 'decided about a fix',
} as const;

export type EventVerb = keyof typeof EVENTS;
