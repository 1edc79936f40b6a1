import { DateField } from '../components/date-field.ts';
import { ZhengpinAppeal } from '../tools/appeal.ts';
import { register } from './register.ts';

register('zhengpin-date-field', DateField);
register('zhengpin-appeal', ZhengpinAppeal);
