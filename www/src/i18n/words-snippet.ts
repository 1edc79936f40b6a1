import en from 'messages:en/snippet';
import zh from 'messages:zh/snippet';
import { learn } from './words.ts';

learn({ zh, en });
