import en from 'messages:en/calendar';
import zh from 'messages:zh/calendar';
import { learn } from './words.ts';

learn({ zh, en });
