import en from 'messages:en/exchange';
import zh from 'messages:zh/exchange';
import { learn } from './words.ts';

learn({ zh, en });
