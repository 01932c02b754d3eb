// What the page that shows a link once gets: an invitation, or a new password.
type LinkMade =
  | { kind: 'invitation'; link: string; display_name: string; email: string; days: number }
  | { kind: 'reset'; link: string; display_name: string; number: string };

/** The page that shows a link once. */
export function linkPage(made: LinkMade) {
  const invited = made.kind === 'invitation';
  return {
    title: invited ? 'Invitation created' : 'Link created',
    nav: 'people',
    width: 'narrow',
    scripts: ['copy-link'],
    link: made.link,
    heading: invited ? `Send this link to ${made.display_name}` : `Give this link to ${made.display_name}`,
    sentence: invited
      ? `The link is for ${made.email}, works once and is valid for ${made.days} days. It is shown only once: the desk keeps only its fingerprint.`
      : 'The link works once, for a day; until then the old password still works. It is shown only once: the desk keeps only its fingerprint.',
    back: invited
      ? { path: 'people_invitations', label: 'Invite somebody else' }
      : { path: 'people', label: 'Back to people' },
  };
}
