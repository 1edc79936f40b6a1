import en from 'messages:en/changes';
import zh from 'messages:zh/changes';
import { learn } from './words.ts';

learn({ zh, en });
