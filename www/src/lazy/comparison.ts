/** What tells what a later version changes: loaded when it is asked for. */
import '../i18n/words-comparison.ts';

export { comparison } from '../components/comparison/comparison.ts';
export { bothDays, turningFacts } from '../state/both-days.ts';
export { MOST_PATTERNS } from '../state/patterns.ts';
export { default as css } from '../styles/comparison.css?inline';
