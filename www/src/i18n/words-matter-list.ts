import en from 'messages:en/matter_list';
import zh from 'messages:zh/matter_list';
import { learn } from './words.ts';

learn({ zh, en });
