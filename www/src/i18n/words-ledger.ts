import en from 'messages:en/ledger';
import zh from 'messages:zh/ledger';
import { learn } from './words.ts';

learn({ zh, en });
