import { DateField } from './components/date-field.ts';
import { register } from './components/register.ts';
import { ZhengpinAppeal } from './tools/appeal.ts';
import { ZhengpinChanges } from './tools/changes.ts';
import { ZhengpinComplaint } from './tools/complaint.ts';
import { ZhengpinDuties } from './tools/duties.ts';
import { ZhengpinParallelImport } from './tools/parallel-import.ts';
import { ZhengpinPenalties } from './tools/penalties.ts';

export {
  ZhengpinAppeal,
  ZhengpinChanges,
  ZhengpinComplaint,
  ZhengpinDuties,
  ZhengpinParallelImport,
  ZhengpinPenalties,
};

/** Registers the elements under their own names. Importing this module registers nothing. */
export function define(): void {
  register(
    DateField,
    ZhengpinAppeal,
    ZhengpinComplaint,
    ZhengpinParallelImport,
    ZhengpinChanges,
    ZhengpinDuties,
    ZhengpinPenalties,
  );
}
