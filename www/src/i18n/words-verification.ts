import en from 'messages:en/verification';
import zh from 'messages:zh/verification';
import { learn } from './words.ts';

learn({ zh, en });
