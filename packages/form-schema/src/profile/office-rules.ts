import type { View } from '../access/views.js';
import type { CommandType } from '../workflow/commands.js';
import { commandTypes } from '../workflow/commands.js';
import { join } from '../pointer.js';
import type { CannedAnswer, Office, Procedure, Role } from './profile.js';
import type { Report } from './report.js';
import { roleLimits, staffRoles, stepsWithoutLimit, viewLimits, viewsFor } from './rules.js';

/** The rules on who the office is and when it is open. */
export function checkOffice(office: Office, report: Report): void {
  reportRepeats(office.loket, '/office/loket', report);
  reportRepeats(
    office.hariLibur.map(({ tanggal }) => tanggal),
    '/office/hariLibur',
    report,
  );
  const days = Object.entries(office.jamLayanan);
  if (days.every(([, spans]) => spans.length === 0)) report('/office/jamLayanan', 'neverOpen');
  for (const [day, spans] of days) {
    const at = `/office/jamLayanan/${day}`;
    spans.forEach(([from, until], index) => {
      if (from >= until) report(join(at, index), 'hoursReversed', { day, from, until });
    });
    const inOrder = spans.every(([from], index) => from >= (spans[index - 1]?.[1] ?? ''));
    if (!inOrder) report(at, 'hoursOverlap', { day });
  }
}

/** How often an answer is used is counted by its id. */
export function checkAnswers(answers: readonly CannedAnswer[], report: Report): void {
  reportRepeats(
    answers.map(({ id }) => id),
    '/answers',
    report,
  );
}

function reportRepeats(values: readonly string[], at: string, report: Report): void {
  values.forEach((value, index) => {
    if (values.indexOf(value) < index) report(join(at, index), 'repeated', { value });
  });
}

/** The rules on the procedure: it can be finished, its limits stand, its numbers are unique. */
export function checkProcedure(procedure: Procedure, report: Report): void {
  checkRoles(procedure.roles, report);
  checkViews(procedure, report);
  const { idleSeconds: idle, warnSeconds: warn } = procedure.kiosk;
  if (warn >= idle) report('/procedure/kiosk/warnSeconds', 'warningTooLong', { warn, idle });
  for (const { no, minutes } of procedure.steps)
    if (minutes === null && !stepsWithoutLimit.includes(no))
      report(`/procedure/steps/${no}/minutes`, 'limitMissing', { step: no });
  reportRepeats(
    procedure.checklist.map(({ butir }) => butir),
    '/procedure/checklist',
    report,
  );
  for (const [kind, template] of Object.entries(procedure.numbers))
    checkTemplate(kind, template, report);
}

function checkRoles(roles: Procedure['roles'], report: Report): void {
  for (const [role, limit] of Object.entries(roleLimits) as [Role, readonly CommandType[]][])
    for (const [index, command] of roles[role].entries())
      if (!limit.includes(command))
        report(join(`/procedure/roles/${role}`, index), 'roleForbidden', { role, command });
  for (const command of ['register', 'submit'] as const)
    if (!roles.user.includes(command)) report('/procedure/roles/user', 'userLocked', { command });
  for (const command of commandTypes)
    if (!staffRoles.some((role) => roles[role].includes(command)))
      report('/procedure/roles', 'nobodyMay', { command });
}

function checkViews({ roles, views }: Procedure, report: Report): void {
  for (const [role, seen] of Object.entries(views) as [Role, readonly View[]][]) {
    const limit = viewLimits[role];
    for (const [index, view] of seen.entries())
      if (limit !== undefined && !limit.includes(view))
        report(join(`/procedure/views/${role}`, index), 'viewForbidden', { role, view });
    for (const command of roles[role])
      for (const view of viewsFor[command] ?? [])
        if (!seen.includes(view))
          report(`/procedure/views/${role}`, 'viewMissing', { role, view, command });
  }
}

const PLACEHOLDERS = /^\{(?:seq(?::[1-9])?|year|month|day|monthRoman|office)\}$/;

function checkTemplate(kind: string, template: string, report: Report): void {
  const at = `/procedure/numbers/${kind}`;
  const placeholders: readonly string[] = template.match(/\{[^}]*\}/g) ?? [];
  for (const placeholder of placeholders)
    if (!PLACEHOLDERS.test(placeholder)) report(at, 'unknownPlaceholder', { placeholder });
  const sequences = placeholders.filter((placeholder) => /^\{seq\b/.test(placeholder));
  if (sequences.length !== 1) report(at, 'noSequence');
  if (kind !== 'queue' && !placeholders.includes('{year}')) report(at, 'noYear');
}
