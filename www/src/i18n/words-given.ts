import en from 'messages:en/given';
import zh from 'messages:zh/given';
import { learn } from './words.ts';

learn({ zh, en });
