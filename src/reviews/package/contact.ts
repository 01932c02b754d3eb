// Somebody to call, as a writer names them. Pure.

export interface ContactTyped {
  name: string;
  body: string;
  phone: string;
  mail: string;
  about: string;
  words: string;
  is_confidential: 0 | 1;
}
