import en from 'messages:en/lessons';
import zh from 'messages:zh/lessons';
import { learn } from './words.ts';

learn({ zh, en });
