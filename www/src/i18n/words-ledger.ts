import en from '../../messages/en.ftl?part=ledger';
import zh from '../../messages/zh.ftl?part=ledger';
import { learn } from './words.ts';

learn({ zh, en });
