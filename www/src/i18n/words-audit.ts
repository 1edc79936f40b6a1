import en from 'messages:en/audit';
import zh from 'messages:zh/audit';
import { learn } from './words.ts';

learn({ zh, en });
