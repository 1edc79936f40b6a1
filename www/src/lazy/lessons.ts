/** Lessons, what sets and marks them, and what shows them; with the words that only they say. */
import '../i18n/words-lesson.ts';
import '../i18n/words-ledger.ts';
import '../i18n/words-record.ts';

export { default as course } from 'virtual:lessons';
export { explanation } from '../components/lessons/explanation.ts';
export { home } from '../components/lessons/home.ts';
export { lessonArticle } from '../components/lessons/lesson.ts';
export { onward, wayBack } from '../components/lessons/onward.ts';
export { prediction } from '../components/lessons/prediction.ts';
export type { Verified } from '../components/lessons/quiz-result.ts';
export { handedIn, handIn, quizHead } from '../components/lessons/quiz-run.ts';
export { Classroom } from '../lessons/classroom.ts';
export { readResult, resultCode } from '../lessons/result.ts';
export { isTrouble } from '../lessons/task.ts';
