/** What holds drafts against the law, in one part: loaded by a worker, or by the page. */
export { loadAuthor } from '../../engine/own.ts';
export { HereDrafts } from './desk.ts';
