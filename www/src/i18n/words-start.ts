import en from '../../messages/en.ftl?part=start';
import zh from '../../messages/zh.ftl?part=start';
import { learn } from './words.ts';

learn({ zh, en });
