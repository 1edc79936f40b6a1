import { DateField } from '../components/date-field.ts';
import { ZhengpinComplaint } from '../tools/complaint.ts';
import { register } from './register.ts';

register('zhengpin-date-field', DateField);
register('zhengpin-complaint', ZhengpinComplaint);
