// Figures, and tables of them in Markdown.

/** The value below which a share of the list lies; nothing of an empty list. */
export function at(list, share) {
  const sorted = [...list].filter((one) => one !== undefined).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

export const middle = (list) => at(list, 0.5);

/** A figure in whole numbers, or that there is none. */
export const figure = (value) => (value === undefined ? '–' : `${Math.round(value)}`);

/** How much of the other's time it takes. */
export const ratio = (own, other) =>
  own === undefined || other === undefined ? '–' : (own / other).toFixed(2);

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map(line).join('\n');
}
