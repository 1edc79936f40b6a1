import { DateField } from '../components/date-field.ts';
import { ZhengpinChanges } from '../tools/changes.ts';
import { register } from './register.ts';

register('zhengpin-date-field', DateField);
register('zhengpin-changes', ZhengpinChanges);
