import { DateField } from './components/date-field.ts';
import { register } from './components/register.ts';
import { ZhengpinAbroad } from './tools/abroad.ts';
import { ZhengpinAppeal } from './tools/appeal.ts';
import { ZhengpinCases } from './tools/cases.ts';
import { ZhengpinChanges } from './tools/changes.ts';
import { ZhengpinComplaint } from './tools/complaint.ts';
import { ZhengpinDuties } from './tools/duties.ts';
import { ZhengpinFinding } from './tools/finding.ts';
import { ZhengpinLessons } from './tools/lessons.ts';
import { ZhengpinMany } from './tools/many.ts';
import { ZhengpinMatters } from './tools/matters.ts';
import { ZhengpinParallelImport } from './tools/parallel-import.ts';
import { ZhengpinPenalties } from './tools/penalties.ts';
import { ZhengpinVerification } from './tools/verification.ts';

export {
  ZhengpinAbroad,
  ZhengpinAppeal,
  ZhengpinCases,
  ZhengpinChanges,
  ZhengpinComplaint,
  ZhengpinDuties,
  ZhengpinFinding,
  ZhengpinLessons,
  ZhengpinMany,
  ZhengpinMatters,
  ZhengpinParallelImport,
  ZhengpinPenalties,
  ZhengpinVerification,
};

/** Registers the elements under their own names. Importing this module registers nothing. */
export function define(): void {
  register(
    DateField,
    ZhengpinAbroad,
    ZhengpinAppeal,
    ZhengpinComplaint,
    ZhengpinParallelImport,
    ZhengpinChanges,
    ZhengpinCases,
    ZhengpinDuties,
    ZhengpinFinding,
    ZhengpinLessons,
    ZhengpinMany,
    ZhengpinMatters,
    ZhengpinPenalties,
    ZhengpinVerification,
  );
}
