import en from 'messages:en/guided';
import zh from 'messages:zh/guided';
import { learn } from './words.ts';

learn({ zh, en });
