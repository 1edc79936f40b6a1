// What the page knows already, and the day it asks for. Values by fact; `null` is not known.
export const asOf = '2026-11-22';
export const facts = { n_locate: false };

/** The answer to the notice as one line; why there is none, where the engine refuses. */
export function lineOf(detail) {
  if ('error' in detail) return detail.error.message.zh;
  const { verdict, settled } = detail.issues.find(({ issue }) => issue === 'notice');
  return `${verdict ?? '—'}${settled ? '' : '?'}`;
}
