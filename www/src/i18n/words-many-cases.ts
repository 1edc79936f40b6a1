import en from 'messages:en/many_cases';
import zh from 'messages:zh/many_cases';
import { learn } from './words.ts';

learn({ zh, en });
