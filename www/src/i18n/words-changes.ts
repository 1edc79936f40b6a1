import en from '../../messages/en.ftl?part=changes';
import zh from '../../messages/zh.ftl?part=changes';
import { learn } from './words.ts';

learn({ zh, en });
