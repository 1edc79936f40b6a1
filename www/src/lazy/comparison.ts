/** What a later version changes for the answers given: loaded when it is unfolded. */
import '../i18n/words-comparison.ts';

export { forYou } from '../components/comparison/for-you.ts';
export { default as css } from '../styles/comparison.css?inline';
