import en from 'messages:en/start';
import zh from 'messages:zh/start';
import { learn } from './words.ts';

learn({ zh, en });
