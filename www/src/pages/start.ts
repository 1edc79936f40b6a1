import '../i18n/words-start.ts';
import './page.ts';
import { register } from '../define/register.ts';
import { RulebookList } from '../tools/rulebook-list.ts';

register('zhengpin-rulebooks', RulebookList);
