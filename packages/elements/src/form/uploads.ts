import type { Json, JsonObject } from '@lpse-konsultasi/form-schema';
import { isJsonObject } from '@lpse-konsultasi/form-schema';
import { checkFile, fileRulesOf, safeName, type FileMessage } from './file-check.js';
import type { FieldView, LocalProblem } from './widget.js';

/** A file on its way into the value, or one that did not get there. */
export interface Upload {
  readonly name: string;
  readonly file: File;
  phase: 'checking' | 'sending' | 'failed' | 'refused';
  /** 0 to 1. */
  progress: number;
  message?: FileMessage;
  readonly abort: AbortController;
}

const pending: LocalProblem = { keyword: 'fileUpload', message: (texts) => texts.filesPending };
const failed: LocalProblem = { keyword: 'fileUpload', message: (texts) => texts.filesFailed };

/** The uploads of a field. They are view state: what is attached stands in the value. */
export function uploadsOf({ field, form }: FieldView): { readonly all: Upload[] } {
  return form.state(`${field.pointer}#uploads`, () => ({ all: [] as Upload[] }));
}

/** Checks and sends the files that a person chose, dropped or pasted; each on its own, so that one can fail alone. */
export function addFiles(view: FieldView, files: Iterable<File>): void {
  const rules = fileRulesOf(view.field.node);
  const { all } = uploadsOf(view);
  for (const file of files) {
    const upload: Upload = {
      name: safeName(file.name, rules.maxName),
      file,
      phase: 'checking',
      progress: 0,
      abort: new AbortController(),
    };
    const count = attached(view).length + all.filter(isUnderWay).length;
    all.push(upload);
    if (rules.maxCount !== undefined && count >= rules.maxCount) {
      const { maxCount } = rules;
      refuse(view, upload, (texts) => texts.fileTooMany(upload.name, maxCount));
    } else void run(view, upload);
  }
  show(view);
}

/** Tries a failed upload again. */
export function retry(view: FieldView, upload: Upload): void {
  upload.phase = 'checking';
  upload.progress = 0;
  delete upload.message;
  void run(view, upload);
  show(view);
}

/** Takes an upload off the list, and ends it when it is under way. */
export function dismiss(view: FieldView, upload: Upload): void {
  upload.abort.abort();
  const { all } = uploadsOf(view);
  all.splice(all.indexOf(upload), 1);
  show(view);
}

async function run(view: FieldView, upload: Upload): Promise<void> {
  const { field, form } = view;
  // A reset of the form ends the upload, as its own button does.
  const signal = AbortSignal.any([form.signal, upload.abort.signal]);
  try {
    const checked = await checkFile(upload.file, fileRulesOf(field.node));
    if (signal.aborted) return;
    if ('message' in checked) return refuse(view, upload, checked.message);
    upload.phase = 'sending';
    show(view);
    const reference = await form.uploader(checked.file, {
      signal,
      onProgress: (fraction) => {
        upload.progress = Math.min(Math.max(fraction, 0), 1);
        show(view);
      },
    });
    if (!signal.aborted) accept(view, upload, { ...reference });
  } catch {
    if (signal.aborted) return;
    upload.phase = 'failed';
    upload.message = (texts) => texts.fileFailed(upload.name);
    form.announce(form.texts.fileFailed(upload.name));
    show(view);
  }
}

function accept(view: FieldView, upload: Upload, reference: JsonObject): void {
  const { field, form } = view;
  if (attached(view).some((item) => item['sha256'] === reference['sha256'])) {
    return refuse(view, upload, (texts) => texts.fileDuplicate(upload.name));
  }
  const { all } = uploadsOf(view);
  all.splice(all.indexOf(upload), 1);
  form.model.append(field.pointer, reference);
  form.edited(field.pointer);
  form.announce(form.texts.fileAdded(upload.name));
  show(view);
}

function refuse(view: FieldView, upload: Upload, message: FileMessage): void {
  upload.phase = 'refused';
  upload.message = message;
  view.form.announce(message(view.form.texts, view.form.locale));
  show(view);
}

/** A form must not be sent while a file that a person believes to be in it is not. */
function show(view: FieldView): void {
  const { field, form } = view;
  const { all } = uploadsOf(view);
  const problem = all.some(isUnderWay)
    ? pending
    : all.some(({ phase }) => phase === 'failed')
      ? failed
      : undefined;
  form.blockSubmit(field.pointer, problem);
  form.refresh(field.pointer);
}

function isUnderWay({ phase }: Upload): boolean {
  return phase === 'checking' || phase === 'sending';
}

function attached({ field, form }: FieldView): readonly JsonObject[] {
  const value = form.model.get(field.pointer);
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];
}
