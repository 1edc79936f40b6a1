import en from 'messages:en/drafting';
import zh from 'messages:zh/drafting';
import { learn } from './words.ts';

learn({ zh, en });
