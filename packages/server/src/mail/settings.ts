/** Where escalations go by e-mail, and by which server. */
export interface MailSettings {
  /** `smtp://user:pass@host:587` or `smtps://…`. */
  readonly smtpUrl: string;
  /** The office's address; its domain also stands in the message ids. */
  readonly from: string;
  /** Recipient by `tujuan` of the escalation form, e.g. `lkpp`. */
  readonly to: { readonly [tujuan: string]: string };
}

/**
 * One plain address: no names, no lists, no comments, no quotes. Far less than RFC 5322 allows, for everything beyond
 * it has been used to smuggle a second recipient or a header in.
 */
export function isAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/.test(
      text,
    ) &&
    !text.includes('..')
  );
}

/** Throws a `TypeError` that names the setting, not its value. */
export function checkMailSettings({ smtpUrl, from, to }: MailSettings): void {
  if (!/^smtps?:\/\/\S+$/.test(smtpUrl))
    throw new TypeError('SMTP_URL must be smtp:// or smtps://');
  if (!isAddress(from)) throw new TypeError('LPSE_MAIL_FROM must be one plain address');
  for (const [tujuan, address] of Object.entries(to))
    if (!isAddress(address))
      throw new TypeError(`The address for ${tujuan} must be one plain address`);
}
