import en from 'messages:en/finding';
import zh from 'messages:zh/finding';
import { learn } from './words.ts';

learn({ zh, en });
