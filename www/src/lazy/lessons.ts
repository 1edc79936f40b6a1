/** Lessons, what sets and marks them, and what shows them; with the words that only they say. */
import '../i18n/words-lesson.ts';
import '../i18n/words-ledger.ts';
import '../i18n/words-record.ts';

export { default as course } from 'virtual:lessons';
export { courseList } from '../components/lessons/course-list.ts';
export { explanation } from '../components/lessons/explanation.ts';
export { lessonArticle } from '../components/lessons/lesson.ts';
export { prediction } from '../components/lessons/prediction.ts';
export { quizCheck } from '../components/lessons/quiz-check.ts';
export { quizMaker } from '../components/lessons/quiz-maker.ts';
export type { Verified } from '../components/lessons/quiz-result.ts';
export { handedIn, handIn, quizHead } from '../components/lessons/quiz-run.ts';
export { Classroom } from '../lessons/classroom.ts';
export { readResult, resultCode } from '../lessons/result.ts';
export { isTrouble } from '../lessons/task.ts';
