/** What is due, and the documents to hand in, which load beside the engine. */
import '../i18n/words-drafting.ts';
import '../i18n/words-period.ts';

export { course, isCounted } from '../components/deadlines/course.ts';
export { deadlines } from '../components/deadlines/deadlines.ts';
export { drafting } from '../components/drafting/drafting.ts';
export { default as css } from '../styles/drafting.css?inline';
