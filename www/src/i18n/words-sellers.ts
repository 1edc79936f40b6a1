import en from 'messages:en/sellers';
import zh from 'messages:zh/sellers';
import { learn } from './words.ts';

learn({ zh, en });
