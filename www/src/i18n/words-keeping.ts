import en from 'messages:en/keeping';
import zh from 'messages:zh/keeping';
import { learn } from './words.ts';

learn({ zh, en });
