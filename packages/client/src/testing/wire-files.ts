import { nameOfDisposition } from '../wire/index.js';
import { fileAnswer } from './file-answer.js';
import { answer, No } from './wire-answers.js';
import { user, type WireDesk } from './wire-desk.js';

export async function attach(desk: WireDesk, request: Request): Promise<Response> {
  const caller = desk.callerOf(request);
  if (caller.actor === user && caller.caseId === undefined)
    throw new No('LPSE_CONSULTATION_UNKNOWN');
  const nama = nameOfDisposition(request.headers.get('Content-Disposition'));
  if (nama === undefined || nama.length > 255) throw new No('LPSE_REQUEST_MALFORMED');
  const mime = request.headers.get('Content-Type') ?? '';
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length === 0) throw new No('LPSE_ATTACHMENT_EMPTY');
  if (bytes.length > 5 * 1024 * 1024) throw new No('LPSE_ATTACHMENT_TOO_LARGE');
  const ref = await desk.backendOf(caller.actor).attach({ nama, mime, bytes });
  if (caller.caseId !== undefined) desk.own(ref.sha256, caller.caseId);
  return answer(ref, 201, { Location: `attachments/${ref.sha256}` });
}

export async function attachment(
  desk: WireDesk,
  request: Request,
  sha256: string,
): Promise<Response> {
  const caller = desk.callerOf(request);
  if (caller.actor === user && !desk.owns(sha256, caller.caseId))
    throw new No('LPSE_ATTACHMENT_NOT_FOUND');
  const file = await desk.backendOf(caller.actor).attachment(sha256);
  return fileAnswer(file, sha256, request.headers.get('Range'));
}
