import type { View } from '../access/views.js';
import type { FormDefinition, FormId } from '../forms/form.js';
import type { Locale } from '../locale.js';
import type { SopDocument, Step } from '../procedure/procedure.js';
import type { CommandType } from '../workflow/commands.js';

/** Indonesian time zones; none has daylight saving. WIB +07:00, WITA +08:00, WIT +09:00. */
export type TimeZone = 'WIB' | 'WITA' | 'WIT';

/** Who acts. What each role may do is data of the profile (`procedure.roles`), enforced by `decide`. */
export type Role = 'user' | 'reception' | 'officer' | 'coordinator' | 'viewer';

export type Weekday = 'senin' | 'selasa' | 'rabu' | 'kamis' | 'jumat' | 'sabtu' | 'minggu';

/** A span of a day in local time, `["08.00", "12.00"]` written `HH:MM`. */
export type ServiceHours = readonly [from: string, until: string];

export interface Office {
  /** LPSE code (`kd_lpse`), where known. */
  readonly kode?: number;
  /** Path of the office below the central SPSE domain, e.g. `batangkab`. */
  readonly slug: string;
  /** "LPSE Kabupaten Batang" */
  readonly nama: string;
  /** "Pemerintah Kabupaten Batang" */
  readonly instansi: string;
  /** The unit that helps: "Bidang Layanan dan Dukungan". */
  readonly unit: string;
  readonly alamat?: string;
  readonly telepon?: string;
  readonly surel?: string;
  readonly situs?: string;
  /** The page on which a user finds their case again (`<lpse-status>`); the copy's QR code opens it. */
  readonly halamanStatus?: string;
  readonly zonaWaktu: TimeZone;
  /** Service hours by weekday; a day without an entry is closed. A lunch break is a gap between two spans. */
  readonly jamLayanan: { readonly [day in Weekday]?: readonly ServiceHours[] };
  readonly hariLibur: readonly { readonly tanggal: string; readonly nama: string }[];
  readonly loket: readonly string[];
}

export type Urgency = 'mendesak' | 'tidakMendesak';
export type Impact = 'besar' | 'sedang' | 'kecil';
export type PriorityLevel = 'tinggi' | 'menengah' | 'rendah';

/** How an office comes from urgency and impact to a priority (step 8). */
export interface PriorityRule {
  readonly matrix: {
    readonly [urgency in Urgency]: { readonly [impact in Impact]: PriorityLevel };
  };
  /** Whether an officer may set another priority than the matrix, with a reason. */
  readonly override: boolean;
}

export interface Procedure {
  readonly steps: readonly Step[];
  /** After this many calls without the user coming, the case can only be cancelled or called by a coordinator. */
  readonly maxCalls: number;
  /**
   * How many days after the hand-over of an answer its user may say that the matter is not solved, by the calendar of
   * the office's zone; 0: not at all.
   */
  readonly reopenDays: number;
  readonly calling: CallingRules;
  readonly board: BoardRules;
  readonly kiosk: KioskRules;
  /** How many days a paper form may be old when it is entered. */
  readonly paperDays: number;
  /** Fields bear their number on the screen too, as they do on paper. */
  readonly numberedFields: boolean;
  /** What an officer ticks off at step 4: stable key and its texts. */
  readonly checklist: readonly {
    readonly butir: string;
    readonly texts: { readonly [locale in Locale]: string };
  }[];
  /** Null, or left out: the office has no matrix, officers set a priority as they see fit. */
  readonly priority?: PriorityRule | null;
  readonly roles: { readonly [role in Role]: readonly CommandType[] };
  /** What each role may be shown, enforced by `visibleTo` wherever a case leaves its store. */
  readonly views: { readonly [role in Role]: readonly View[] };
  /**
   * Templates of the numbers that the office issues. `{seq:3}` is the running number with leading zeros, `{year}`,
   * `{month}`, `{day}`, `{monthRoman}` the local date, `{office}` the slug in capitals. The sequence starts anew for
   * each different rest of the number, that of the queue also each day.
   */
  readonly numbers: { readonly ticket: string; readonly queue: string; readonly archive: string };
}

/** How numbers are called at step 7; about it the SOP says nothing, so an office does. */
export interface CallingRules {
  /** Least minutes between two calls of the same number; 0 lets it be called again at once. */
  readonly minutesBetween: number;
  /** What may become of a case that was called `maxCalls` times without the user coming. */
  readonly afterLast: 'requeue' | 'coordinator' | 'cancel';
  readonly priority: {
    /** `alternate`: one of those with needs, then one of the others, so that nobody waits for ever. */
    readonly rule: 'none' | 'first' | 'alternate';
    /** Values of the form's `kebutuhanKhusus`. */
    readonly needs: readonly string[];
  };
}

/** What the screen in the waiting room shows and says. */
export interface BoardRules {
  /** Names beside the numbers: none, "Rina W.", or in full. */
  readonly names: 'none' | 'short' | 'full';
  readonly voice: VoiceRules;
}

export interface VoiceRules {
  /** `speech`: the device's own Indonesian voice; where it has none, the clips serve. */
  readonly source: 'clips' | 'speech' | 'none';
  /** How a number without leading zeros is said: "satu dua", or "dua belas". */
  readonly digits: 'each' | 'number';
  readonly zero: 'nol' | 'kosong';
  /** How often one call is said, from 1. */
  readonly times: number;
  readonly chime: boolean;
}

/** A public device at the entrance. Seconds. */
export interface KioskRules {
  /** Without a touch until everything is cleared, the warning included. */
  readonly idleSeconds: number;
  /** How long before that the visitor is asked. */
  readonly warnSeconds: number;
}

export interface Escalation {
  /** Whom a case may be escalated to, first is the default. */
  readonly tujuan: readonly string[];
  readonly kanal: readonly string[];
  readonly surel?: string;
  readonly situs?: string;
  /** After so many working days without a reply the desk reminds of it; left out: it does not. */
  readonly reminderDays?: number;
  /** Where the package is posted to by the channel `webhook`; the page's policy must allow it (`connect-src`). */
  readonly webhook?: string;
}

/** An answer that the office keeps ready (step 9). */
export interface CannedAnswer {
  /** Stable key, counted when it is used. */
  readonly id: string;
  readonly judul: string;
  readonly jawaban: string;
  /** The categories of the consultation form that it fits; left out: any. */
  readonly kategori?: readonly string[];
  readonly rujukan?: readonly string[];
}

export interface Retention {
  readonly kodeKlasifikasi?: string;
  readonly aktifTahun?: number;
  readonly inaktifTahun?: number;
  readonly keterangan?: 'musnah' | 'permanen' | 'dinilaiKembali';
  /** The years count from the end of the year in which the file was closed. Default: from the day itself. */
  readonly sejakAkhirTahun?: boolean;
}

/** The satisfaction survey that the law asks of an office once a year (PermenPANRB 14/2017). */
export interface Survey {
  /** Whether users are asked, after they have their copy. */
  readonly aktif: boolean;
}

/** The forms that a member of the public fills in. */
export const publicFormIds = [
  'guest-book',
  'consultation-form',
  'cancellation',
  'survey',
  'reopening',
] as const satisfies readonly FormId[];

export type PublicFormId = (typeof publicFormIds)[number];

/**
 * One office, resolved and checked: what every rule and element works with. `loadProfile` makes it from a document.
 * `Forms` says which forms it surely carries. Those of the public are always there, because a public page loads nothing
 * of the desk; a `Profile<FormId>` has them all, and serves wherever fewer are asked for.
 */
export interface Profile<Forms extends FormId = PublicFormId> {
  readonly id: string;
  readonly office: Office;
  readonly document: SopDocument;
  readonly forms: { readonly [id in Forms]: FormDefinition } & {
    readonly [id in FormId]?: FormDefinition;
  };
  readonly procedure: Procedure;
  readonly escalation: Escalation;
  readonly retention: Retention;
  /** Answers that are kept ready; a public page's profile carries none. */
  readonly answers?: readonly CannedAnswer[];
  readonly survey: Survey;
  readonly locales: readonly Locale[];
  /** Messages of the interface that the office words in its own way, by locale and key. */
  readonly messages: { readonly [locale in Locale]?: { readonly [key: string]: string } };
}
