/** Of items that are drawn in one place, the first. */
export function apart<T>(items: T[], place: (item: T) => string): T[] {
  return [...new Map(items.toReversed().map((item) => [place(item), item])).values()].toReversed();
}
