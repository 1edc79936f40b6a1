import en from 'messages:en/cases';
import zh from 'messages:zh/cases';
import { learn } from './words.ts';

learn({ zh, en });
