import type { ProcedureTexts } from './procedure.js';

export const en: ProcedureTexts = {
  print: 'Print',
  revision: 'Revision',
  effective: 'in force from',
  chart: 'Flowchart of the procedure',
  table: 'Table of the procedure',
  no: 'No.',
  activity: 'Activity',
  actors: 'Who',
  user: 'SPSE user',
  office: 'Service and Support Section',
  equipment: 'Equipment',
  time: 'Time',
  output: 'Output',
  remark: 'Remarks',
  place: 'Progress',
  step: (no) => `Step ${no}`,
  done: 'done',
  current: 'under way',
  times: (count) => (count === 1 ? 'once' : `${count} times`),
  yes: 'Yes',
  no2: 'No',
  finish: 'End',
  legend:
    'Steps that are done are marked ✓, the one under way is marked ▶. The words are those of the document.',
  cancelled: 'This consultation was cancelled at this step.',
};
