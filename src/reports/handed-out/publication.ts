// A publication: a signed report sent to somebody, and how. Pure.

export const PUBLICATION_HOWS = ['mail', 'message', 'paper', 'web', 'other'] as const;
export type PublicationHow = (typeof PUBLICATION_HOWS)[number];

export const PUBLICATION_HOW_LABELS: Record<PublicationHow, string> = {
  mail: 'by mail',
  message: 'by message',
  paper: 'on paper',
  web: 'on a web page',
  other: 'in another way',
};
