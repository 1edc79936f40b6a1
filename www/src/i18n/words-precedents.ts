import en from 'messages:en/precedents';
import zh from 'messages:zh/precedents';
import { learn } from './words.ts';

learn({ zh, en });
