// The desk that is named in the bar of pages that belong to no desk: of those who have one. Pure.

/** The name of somebody's only desk; undefined where they have none, or several. */
export function onlyDesk(desks: readonly { name: string }[]): string | undefined {
  const [first, ...others] = desks;
  return others.length === 0 ? first?.name : undefined;
}
