import en from 'messages:en/matter';
import zh from 'messages:zh/matter';
import { learn } from './words.ts';

learn({ zh, en });
