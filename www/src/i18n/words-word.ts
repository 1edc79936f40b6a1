import en from 'messages:en/word';
import zh from 'messages:zh/word';
import { learn } from './words.ts';

learn({ zh, en });
