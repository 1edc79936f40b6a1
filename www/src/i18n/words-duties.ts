import en from 'messages:en/duties';
import zh from 'messages:zh/duties';
import { learn } from './words.ts';

learn({ zh, en });
