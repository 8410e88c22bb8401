import type { AttachmentFile } from '@lpse-konsultasi/client';
import type { EscalationPackage, JsonObject, Locale, Profile } from '@lpse-konsultasi/form-schema';

/** A text in both languages of the interface. */
export type Words = { readonly [locale in Locale]: string };

/** What is sent on, as the officer has it on the screen now. */
export interface EscalationParcel {
  readonly package: EscalationPackage;
  readonly profile: Profile;
  /** The value of the escalation form so far; not checked yet. */
  readonly entered: JsonObject;
  /** The whole package as plain text in Indonesian, cut to so many characters where a limit is given. */
  text(limit?: number): string;
  /** The attachments that are to be forwarded. Throws an `LpseError` when one cannot be read. */
  files(): Promise<readonly AttachmentFile[]>;
}

/** One thing that the officer does to send the package, in order. */
export type EscalationStep =
  | { readonly kind: 'copy'; readonly label: Words; readonly text: () => string }
  | {
      readonly kind: 'download';
      readonly label: Words;
      readonly name: string;
      readonly make: () => Promise<Blob>;
    }
  /** A link: `mailto:`, or a site that opens in a tab of its own. */
  | { readonly kind: 'open'; readonly label: Words; readonly href: string }
  /** Sends it at once. The number that comes back is put into the form; a failure is said and leaves the form as it was. */
  | {
      readonly kind: 'send';
      readonly label: Words;
      readonly send: (options: { readonly signal: AbortSignal }) => Promise<{
        readonly nomorLuar?: string;
      }>;
    };

/** A way by which an escalation leaves the office. A page adds its own with `defineEscalationChannel`. */
export interface EscalationChannel {
  readonly id: string;
  readonly label: Words;
  /** The values of the escalation form's `kanal` that it serves; left out: all of them. */
  readonly kanal?: readonly string[];
  /** Whether it can be used at this office; left out: always. */
  readonly isAvailable?: (profile: Profile) => boolean;
  /** What is to be done. Called for each rendering: it reads, and sends nothing yet. */
  prepare(parcel: EscalationParcel): readonly EscalationStep[];
}
