import en from 'messages:en/search';
import zh from 'messages:zh/search';
import { learn } from './words.ts';

learn({ zh, en });
