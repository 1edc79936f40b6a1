import en from 'messages:en/table';
import zh from 'messages:zh/table';
import { learn } from './words.ts';

learn({ zh, en });
