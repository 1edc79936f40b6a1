import en from 'messages:en/deciding';
import zh from 'messages:zh/deciding';
import { learn } from './words.ts';

learn({ zh, en });
