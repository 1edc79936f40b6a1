import en from 'messages:en/reading';
import zh from 'messages:zh/reading';
import { sayings } from './sayings.ts';

export const { told, listed, wordsOf, setOf } = sayings(zh, en);
