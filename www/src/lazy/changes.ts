/**
 * What makes and shows comparisons, and what holds drafts that never were law against the law:
 * loaded beside the engine.
 */
import '../i18n/words-comparison.ts';
import '../i18n/words-drafts.ts';
import '../i18n/words-period.ts';
import compared from '../styles/comparison.css?inline';
import drafts from '../styles/drafts.css?inline';

export { Compared } from '../components/comparison/compared.ts';
export { result } from '../components/comparison/result.ts';
export { draftChoice } from '../components/drafts/choice.ts';
export { Held } from '../components/drafts/held.ts';
export { draftResult } from '../components/drafts/result.ts';
export { DRAFTS } from '../engine/drafts.ts';
export { bothDays, turningIn } from '../state/both-days.ts';
export { MOST_PATTERNS } from '../state/patterns.ts';

/** The sheets that these wear. */
export const css = compared + drafts;
