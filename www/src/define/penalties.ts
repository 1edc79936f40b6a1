import { DateField } from '../components/date-field.ts';
import { ZhengpinPenalties } from '../tools/penalties.ts';
import { register } from './register.ts';

register('zhengpin-date-field', DateField);
register('zhengpin-penalties', ZhengpinPenalties);
