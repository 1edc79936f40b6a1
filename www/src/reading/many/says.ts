import en from 'messages:en/reading_cases';
import zh from 'messages:zh/reading_cases';
import { sayings } from '../../exchange/sayings.ts';

/** What is said of tables of cases alone. */
export const casesSay = sayings(zh, en);
