import en from 'messages:en/many';
import zh from 'messages:zh/many';
import { learn } from './words.ts';

learn({ zh, en });
