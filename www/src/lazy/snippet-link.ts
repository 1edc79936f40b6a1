/** Reads a link of a tool for the page that makes the snippet: loaded once one is pasted. */
export { fromLink } from '../snippet/from-link.ts';
