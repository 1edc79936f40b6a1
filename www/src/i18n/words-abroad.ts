import en from 'messages:en/abroad';
import zh from 'messages:zh/abroad';
import { learn } from './words.ts';

learn({ zh, en });
