import en from 'messages:en/period';
import zh from 'messages:zh/period';
import { learn } from './words.ts';

learn({ zh, en });
