/** Documents as files for word processors: loaded when one is asked for. */
export { saveWord } from '../components/drafting/word.ts';
