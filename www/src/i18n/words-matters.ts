import en from 'messages:en/matters';
import zh from 'messages:zh/matters';
import { learn } from './words.ts';

learn({ zh, en });
