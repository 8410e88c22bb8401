import type { Field, Json, JsonObject } from '@lpse-konsultasi/form-schema';
import { isJsonObject } from '@lpse-konsultasi/form-schema';
import { formatBytes } from '../../i18n/format.js';
import { filesTexts } from '../../locales/files.js';
import type { FieldView, LocalProblem } from '../widget.js';
import { widgetTexts } from '../widget-texts.js';
import { checkFile, fileRulesOf, safeName, type FileMessage, type FileRules } from './check.js';
import { sha256Of } from './hash.js';

/** A file on its way into the value, or one that did not get there. */
export interface Upload {
  readonly name: string;
  /** As it was chosen, then as it is sent. */
  file: File;
  phase: 'checking' | 'sending' | 'failed' | 'refused';
  /** 0 to 1. */
  progress: number;
  message?: FileMessage;
  /** Of the file as it is sent, as soon as that is known. */
  sha256?: string;
  shrunkFrom?: number;
  /** Its place among all that were chosen. */
  readonly order: number;
  readonly abort: AbortController;
}

/** A file that was attached here and now: its bytes are at hand. */
export interface AttachedFile {
  readonly file: File;
  readonly sha256: string;
  readonly order: number;
  /** Bytes before it was made smaller, when it was. */
  readonly shrunkFrom?: number;
}

/** What a field remembers about its files. It is view state: what is attached stands in the value. */
export interface Uploads {
  readonly all: Upload[];
  /** By the hash in their reference. */
  readonly attached: Map<string, AttachedFile>;
  /** Files are looked at one after the other: two large photos at once are more than some phones can hold. */
  queue: Promise<void>;
  /** Counts the files that were chosen: they stand in this order, whichever is sent first. */
  count: number;
  /** Ends what is under way; answers the names of the files that are not attached after all. */
  end(): readonly string[];
}

const pending: LocalProblem = { keyword: 'fileUpload', message: (texts) => texts.filesPending };
const failed: LocalProblem = { keyword: 'fileUpload', message: (texts) => texts.filesFailed };

/** The uploads of a field. */
export function uploadsOf({ field, form }: FieldView): Uploads {
  return form.state<Uploads>(`${field.pointer}#uploads`, () => ({
    all: [],
    attached: new Map(),
    queue: Promise.resolve(),
    count: 0,
    end() {
      for (const { abort } of this.all) abort.abort();
      return this.all.filter(({ phase }) => phase !== 'refused').map(({ name }) => name);
    },
  }));
}

/** Checks and sends the files that a person chose, dropped or pasted; each on its own, so that one can fail alone. */
export function addFiles(view: FieldView, files: Iterable<File>): void {
  const { maxCount, maxName } = fileRulesOf(view.field.node);
  const uploads = uploadsOf(view);
  const { all } = uploads;
  for (const file of files) {
    const upload: Upload = {
      name: safeName(file.name, maxName),
      file,
      phase: 'checking',
      progress: 0,
      order: (uploads.count += 1),
      abort: new AbortController(),
    };
    const count = references(view).length + all.filter(isUnderWay).length;
    all.push(upload);
    if (maxCount !== undefined && count >= maxCount) {
      refuse(view, upload, (texts) => texts.fileTooMany(upload.name, maxCount));
    } else start(view, upload);
  }
  show(view);
}

/** Tries a failed upload again. */
export function retry(view: FieldView, upload: Upload): void {
  upload.phase = 'checking';
  upload.progress = 0;
  delete upload.message;
  start(view, upload);
  show(view);
}

/** Takes an upload off the list, and ends it when it is under way. */
export function dismiss(view: FieldView, upload: Upload): void {
  upload.abort.abort();
  takeOff(view, upload);
  show(view);
}

function start(view: FieldView, upload: Upload): void {
  const uploads = uploadsOf(view);
  // A reset of the form ends the upload, as its own button does.
  const signal = AbortSignal.any([view.form.signal, upload.abort.signal]);
  uploads.queue = uploads.queue
    .then(() => prepare(view, upload, signal))
    // The next file may be looked at while this one is on its way.
    .then((ready) => {
      if (ready) void send(view, upload, signal);
    })
    .catch(() => fail(view, upload, signal));
}

/** What became of a file is told while nothing is pressed: its row may grow, and move what stands below. */
function pressOver({ form }: FieldView): Promise<void> {
  return new Promise((resolve) => {
    form.afterPress(resolve);
  });
}

/** Answers whether the file can be sent. */
async function prepare(view: FieldView, upload: Upload, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  if (upload.sha256 !== undefined) return true;
  const rules = fileRulesOf(view.field.node);
  const checked = await checkFile(upload.file, rules);
  await pressOver(view);
  if (signal.aborted) return false;
  if ('message' in checked) return refuse(view, upload, checked.message);
  const sha256 = await sha256Of(checked.file);
  await pressOver(view);
  if (signal.aborted) return false;
  if (isKnown(view, sha256))
    return refuse(view, upload, (texts) => texts.fileDuplicate(upload.name));
  const tooMuch = overTotal(view, upload, checked.file, rules);
  if (tooMuch !== undefined) return refuse(view, upload, tooMuch);
  upload.file = checked.file;
  upload.sha256 = sha256;
  if (checked.shrunkFrom !== undefined) upload.shrunkFrom = checked.shrunkFrom;
  return true;
}

async function send(view: FieldView, upload: Upload, signal: AbortSignal): Promise<void> {
  try {
    upload.phase = 'sending';
    show(view);
    const reference = await view.form.uploader(upload.file, {
      signal,
      onProgress: (fraction) => {
        upload.progress = Math.min(Math.max(fraction, 0), 1);
        if (!signal.aborted) show(view);
      },
    });
    await pressOver(view);
    if (!signal.aborted) accept(view, upload, { ...reference });
  } catch {
    await fail(view, upload, signal);
  }
}

function accept(view: FieldView, upload: Upload, reference: JsonObject): void {
  const { field, form } = view;
  const { file, sha256 = '', shrunkFrom, order } = upload;
  if (references(view).some((item) => item['sha256'] === reference['sha256'])) {
    refuse(view, upload, (texts) => texts.fileDuplicate(upload.name));
    return;
  }
  takeOff(view, upload);
  const attached = { file, sha256, order, ...(shrunkFrom !== undefined && { shrunkFrom }) };
  const before = references(view);
  uploadsOf(view).attached.set(String(reference['sha256']), attached);
  form.model.append(field.pointer, reference);
  const later = before.findIndex((item) => orderOf(view, item) > order);
  if (later >= 0) form.model.move(field.pointer, before.length, later);
  form.edited(field.pointer);
  const texts = widgetTexts(view, filesTexts);
  form.announce(
    [texts.fileAdded(upload.name), shrunkInWords(view, attached)].filter((part) => part).join(' '),
  );
  show(view);
}

/** The bytes of a row, when they are at hand: not of a file that came with the value. */
export function attachedAt(view: FieldView, { value }: Field): AttachedFile | undefined {
  const sha256 = isJsonObject(value) ? value['sha256'] : undefined;
  return typeof sha256 === 'string' ? uploadsOf(view).attached.get(sha256) : undefined;
}

/** "Diperkecil dari 8,2 MB menjadi 0,9 MB.", '' for a file that was not. */
export function shrunkInWords(view: FieldView, { file, shrunkFrom }: AttachedFile): string {
  if (shrunkFrom === undefined) return '';
  const { locale } = view.form;
  const [from, to] = [formatBytes(shrunkFrom, locale), formatBytes(file.size, locale)];
  return widgetTexts(view, filesTexts).fileShrunk(from, to);
}

async function fail(view: FieldView, upload: Upload, signal: AbortSignal): Promise<void> {
  await pressOver(view);
  if (signal.aborted) return;
  upload.phase = 'failed';
  tell(view, upload, (texts) => texts.fileFailed(upload.name));
}

function refuse(view: FieldView, upload: Upload, message: FileMessage): false {
  upload.phase = 'refused';
  tell(view, upload, message);
  return false;
}

function tell(view: FieldView, upload: Upload, message: FileMessage): void {
  upload.message = message;
  view.form.announce(message(widgetTexts(view, filesTexts), view.form.locale));
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

function takeOff(view: FieldView, upload: Upload): void {
  const { all } = uploadsOf(view);
  const index = all.indexOf(upload);
  if (index >= 0) all.splice(index, 1);
}

function isUnderWay({ phase }: Upload): boolean {
  return phase === 'checking' || phase === 'sending';
}

/** Whether this content is attached already, or on its way. */
function isKnown(view: FieldView, sha256: string): boolean {
  const { all, attached } = uploadsOf(view);
  return (
    all.some((other) => other.sha256 === sha256) ||
    references(view).some(
      ({ sha256: stored }) => stored === sha256 || attached.get(String(stored))?.sha256 === sha256,
    )
  );
}

function overTotal(
  view: FieldView,
  upload: Upload,
  file: File,
  { maxTotal }: FileRules,
): FileMessage | undefined {
  if (maxTotal === undefined) return undefined;
  const stored = references(view).map(({ ukuran }) => (typeof ukuran === 'number' ? ukuran : 0));
  const waiting = uploadsOf(view).all.filter(({ sha256 }) => sha256 !== undefined);
  const total = [...stored, ...waiting.map((other) => other.file.size), file.size];
  if (total.reduce((sum, size) => sum + size, 0) <= maxTotal) return undefined;
  return (texts, locale) => texts.fileTotal(upload.name, formatBytes(maxTotal, locale));
}

/** A file that came with the value stands before those that were chosen. */
function orderOf(view: FieldView, { sha256 }: JsonObject): number {
  return uploadsOf(view).attached.get(String(sha256))?.order ?? 0;
}

function references({ field, form }: FieldView): readonly JsonObject[] {
  const value = form.model.get(field.pointer);
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];
}
