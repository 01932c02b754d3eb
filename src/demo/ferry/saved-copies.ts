// The saved copies of the article about the ferry, as Ben pasted them. "{yesterday}" is the day before.
import type { StoryCopy } from '../story.ts';

export const FERRY_COPIES: StoryCopy[] = [
  {
    at: '9:21',
    by: 'ben',
    card: 'register',
    text: `
Harbour authority of Tolme
Register of certificates, as of {yesterday}

Alva. Passenger ferry, Brenna Lines. Safety certificate: expired. Days without: 9. Renewal: not entered.
Lund. Passenger ferry, Brenna Lines. Safety certificate: valid.
`.trim(),
  },
  {
    at: '9:55',
    by: 'ben',
    card: 'brenna',
    text: `
Brenna Lines
Statement on the Alva, {yesterday}

We regret what our passengers had to go through. The certificate of the ship was being renewed in the ordinary way. The ship was safe at every moment. We work with the authorities and will say nothing more while they are at work.
`.trim(),
  },
];
