/** One question at a time: loaded when that is asked for. */
import '../i18n/words-guided.ts';

export { Guide } from '../components/guided/guide.ts';
export { default as css } from '../styles/guided.css?inline';
