import { DateField } from '../components/date-field.ts';
import { ZhengpinParallelImport } from '../tools/parallel-import.ts';
import { register } from './register.ts';

register('zhengpin-date-field', DateField);
register('zhengpin-parallel-import', ZhengpinParallelImport);
