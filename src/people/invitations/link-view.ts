// What the page that shows a link once gets: an invitation, or a new password.
type LinkMade =
  | { kind: 'invitation'; link: string; display_name: string; email: string; days: number }
  | { kind: 'reset'; link: string; display_name: string; number: string };

/** The page that shows a link once. */
export function linkPage(made: LinkMade) {
  const invited = made.kind === 'invitation';
  return {
    title: invited ? 'The invitation is made' : 'The link is made',
    nav: 'people',
    width: 'narrow',
    link: made.link,
    heading: invited ? `Send this link to ${made.display_name}` : `Give this link to ${made.display_name}`,
    sentence: invited
      ? `It is for ${made.email}, works once, and for ${made.days} days. It is shown this one time: the desk keeps only its fingerprint.`
      : 'It works once, for a day, and until then the old password goes on working. It is shown this one time: the desk keeps only its fingerprint.',
    back: invited
      ? { path: 'people_invitations', label: 'Invite somebody else' }
      : { path: 'people', label: 'Back to people' },
  };
}
