import en from 'messages:en/appeal';
import zh from 'messages:zh/appeal';
import { learn } from './words.ts';

learn({ zh, en });
