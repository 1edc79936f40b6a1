/** What decides tables of cases, in one part: loaded by a worker, or by the page. */
export { loadAuthor } from '../../engine/own.ts';
export { HereCases } from './desk.ts';
