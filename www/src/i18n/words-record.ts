import en from 'messages:en/record';
import zh from 'messages:zh/record';
import { learn } from './words.ts';

learn({ zh, en });
