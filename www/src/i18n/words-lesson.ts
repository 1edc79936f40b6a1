import en from 'messages:en/lesson';
import zh from 'messages:zh/lesson';
import { learn } from './words.ts';

learn({ zh, en });
