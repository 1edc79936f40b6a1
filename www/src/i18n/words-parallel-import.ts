import en from 'messages:en/parallel_import';
import zh from 'messages:zh/parallel_import';
import { learn } from './words.ts';

learn({ zh, en });
