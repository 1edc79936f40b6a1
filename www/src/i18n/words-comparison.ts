import en from 'messages:en/comparison';
import zh from 'messages:zh/comparison';
import { learn } from './words.ts';

learn({ zh, en });
