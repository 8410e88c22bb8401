import type { FormId } from '../forms/form.js';
import { formIds } from '../forms/form.js';
import type { Json } from '../json.js';
import { join, setAt } from '../pointer.js';
import type { Step } from '../procedure/procedure.js';
import type { Catalogue, FormSource, ResolvedProfile } from './catalogue.js';
import type { ProfileDocument, StepOverlay } from './document.js';
import { merge } from './merge.js';
import { checkAnswers, checkOffice, checkProcedure } from './office-rules.js';
import { applyOverlay, withoutUnknownPaths } from './overlay.js';
import type { Breach, Report } from './report.js';
import { collector } from './report.js';
import { tighten } from './tighten.js';

export type Resolution =
  | { readonly ok: true; readonly profile: ResolvedProfile }
  | { readonly ok: false; readonly breaches: readonly Breach[] };

/**
 * The profile that a document describes: its line of parents back to the national core, one laid on the other, and the
 * rules checked. The document must have the shape that `profile.schema.json` asks for.
 */
export function resolveProfile(document: ProfileDocument, catalogue: Catalogue): Resolution {
  const { report, breaches } = collector();
  const line = lineOf(document, catalogue, report);
  if (breaches.length > 0) return { ok: false, breaches };
  const profile = settle(line, catalogue, report);
  checkOffice(profile.office, report);
  checkProcedure(profile.procedure, report);
  checkAnswers(profile.answers ?? [], report);
  return breaches.length > 0 ? { ok: false, breaches } : { ok: true, profile };
}

/** The document and those that it extends, the national core first. */
function lineOf(
  document: ProfileDocument,
  { profiles }: Catalogue,
  report: Report,
): readonly ProfileDocument[] {
  const line = [document];
  for (let child = document; child !== profiles['base'];) {
    const id = child.extends ?? 'base';
    const parent = Object.hasOwn(profiles, id) ? profiles[id] : undefined;
    if (!parent) {
      report('/extends', 'unknownParent', {
        profile: id,
        known: Object.keys(profiles).join(', '),
      });
      break;
    }
    if (line.some((ancestor) => ancestor.id === parent.id)) {
      report('/extends', 'cyclicParent', { profile: id });
      break;
    }
    line.unshift(parent);
    child = parent;
  }
  return line;
}

function settle(
  line: readonly ProfileDocument[],
  { forms, sop }: Catalogue,
  report: Report,
): ResolvedProfile {
  const start = { document: sop.document, retention: {}, messages: {} } as unknown as Json;
  const plain = line.reduce<Json | undefined>((settled, document) => {
    const { forms: _forms, procedure, ...rest } = document;
    const { steps: _steps, ...limits } = procedure ?? {};
    // Hours are one statement: a day that the office does not name is a day on which it is closed.
    const cleared = rest.office?.jamLayanan
      ? setAt(settled, '/office/jamLayanan', undefined)
      : settled;
    return merge(cleared, { ...rest, procedure: limits } as unknown as Json);
  }, start) as unknown as ResolvedProfile & ProfileDocument;
  const { $schema: _schema, $comment: _comment, extends: _parent, ...profile } = plain;
  const steps = sop.steps.map((step) =>
    line.reduce<Step>((changed, { procedure }) => {
      const over: StepOverlay = procedure?.steps?.[step.no] ?? {};
      return { ...changed, ...over };
    }, step),
  );
  const sources = formIds.map((id) => [id, formOf(id, forms[id], line, report)] as const);
  const settled = Object.fromEntries(sources) as ResolvedProfile['forms'];
  return {
    ...profile,
    procedure: { ...profile.procedure, steps },
    forms: {
      ...settled,
      escalation: offering(settled.escalation, profile.escalation, report),
    },
  };
}

/** One form with the overlays of the whole line. Only the breaches of the document itself can be reported. */
function formOf(
  form: FormId,
  source: FormSource,
  line: readonly ProfileDocument[],
  report: Report,
): FormSource {
  const changed = line.reduce<FormSource>((current, { forms }) => {
    const overlay = forms?.[form];
    return overlay
      ? applyOverlay(current, overlay, { form, at: join('/forms', form), report })
      : current;
  }, source);
  return withoutUnknownPaths(withoutSwitches(changed));
}

/** The settled form has no switches any more. */
function withoutSwitches(source: FormSource): FormSource {
  const schema = setAt(source.schema, '/$defs/pilihan', undefined) as FormSource['schema'];
  const { $defs, ...rest } = schema;
  const left = Object.keys(($defs as object | undefined) ?? {}).length;
  return { ...source, schema: left > 0 ? schema : rest };
}

/** The escalation form offers exactly the destinations and channels of the office, in its order. */
function offering(
  source: FormSource,
  { tujuan, kanal }: ResolvedProfile['escalation'],
  report: Report,
): FormSource {
  const context = { form: 'escalation', at: '/escalation', report } as const;
  const narrowed = tighten(source, '/tujuan', { enum: tujuan }, context);
  return tighten(narrowed, '/kanal', { enum: kanal }, context);
}
