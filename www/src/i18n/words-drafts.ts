import en from 'messages:en/drafts';
import zh from 'messages:zh/drafts';
import { learn } from './words.ts';

learn({ zh, en });
