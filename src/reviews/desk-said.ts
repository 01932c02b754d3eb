// How a desk is called at the head of a page for somebody outside. Pure.

/** "The Foreign desk", also where its name begins with the article. */
export function sayDesk({ desk_name }: { desk_name: string }): string {
  return `The ${desk_name}`.replace(/^the the /i, 'The ');
}
