import type { Json } from '@lpse-konsultasi/form-schema';

/**
 * Small things that a page remembers between visits, above all which cases are this visitor's (`case/<profile>` → id).
 * No personal data: an id opens the case, so a shared kiosk uses the memory one.
 */
export interface Memo {
  get(key: string): Promise<Json | undefined>;
  set(key: string, value: Json): Promise<void>;
  remove(key: string): Promise<void>;
}
