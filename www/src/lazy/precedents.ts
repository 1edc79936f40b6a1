/** The decided cases nearest to the answers: loaded when they are asked for. */
import '../i18n/words-precedents.ts';

export { nearest } from '../components/precedents/nearest.ts';
export { default as css } from '../styles/precedents.css?inline';
