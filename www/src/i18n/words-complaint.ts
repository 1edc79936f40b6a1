import en from 'messages:en/complaint';
import zh from 'messages:zh/complaint';
import { learn } from './words.ts';

learn({ zh, en });
