// Which pages are measured.
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

/** What stands within another page, and is none to look at by itself. */
const INNER = ['snippet-preview.html'];

/** Of the reference, its start and a page of each kind that is long. */
const REFERENCE = [
  'reference/index.html',
  'reference/rulebooks/cn/complaint.html',
  'reference/rulebooks/cn/complaint/elements.html',
];

/** The pages of a build: those that stand alone, and some of the reference; or those named. */
export function pagesOf(dist, only) {
  const wanted = (page) => only === undefined || only.split(',').includes(basename(page, '.html'));
  const there = readdirSync(dist, { recursive: true });
  const own = readdirSync(dist).filter((name) => name.endsWith('.html') && !INNER.includes(name));
  const reference = only === undefined ? REFERENCE.filter((page) => there.includes(page)) : [];
  return { own: own.filter(wanted), reference };
}
