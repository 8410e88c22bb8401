import { channelWords as words } from '../../locales/escalation-channels.js';
import type { EscalationChannel, EscalationParcel } from './channel.js';
import { copyStep, downloadStep } from './steps.js';

/** What every mail program takes; some cut a longer address in silence, Windows at about 2,048 characters. */
const MAX_HREF = 1900;

/** By the officer's own mail program. A body that does not fit is cut and says so; the package is attached by hand. */
export const email: EscalationChannel = {
  id: 'email',
  label: words.email,
  kanal: ['email'],
  prepare: (parcel) => [
    downloadStep(parcel),
    { kind: 'open', label: words.openMail, href: mailtoOf(parcel) },
    copyStep(parcel),
  ],
};

/** A `mailto:` address with subject and as much of the body as fits. Exported for its tests. */
export function mailtoOf(
  {
    package: { judul, tiket },
    profile,
    text,
  }: Pick<EscalationParcel, 'package' | 'profile' | 'text'>,
  limit = MAX_HREF,
): string {
  const subject = encodeURIComponent(`[${tiket}] ${judul}`.slice(0, 150));
  // An address keeps its sign: not every program reads it encoded.
  const to = encodeURIComponent(profile.escalation.surel ?? '').replaceAll('%40', '@');
  const head = `mailto:${to}?subject=${subject}&body=`;
  // Encoding makes a text longer by an unknown factor, so the longest that fits is searched.
  let [fits, tooLong] = [0, text().length + 1];
  const bodyOf = (length: number): string =>
    // Cut within a character, half of it is left, and that cannot be encoded.
    encodeURIComponent(
      text(length)
        .replace(/[\uD800-\uDBFF]$/, '')
        .replaceAll('\n', '\r\n'),
    );
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (head.length + bodyOf(middle).length <= limit) fits = middle;
    else tooLong = middle;
  }
  return head + bodyOf(fits);
}
