import '../i18n/words-start.ts';
import './page.ts';
import { register } from '../components/register.ts';
import { RulebookList } from '../tools/rulebook-list.ts';

register(RulebookList);
