import type { DurationTexts } from './duration.js';

export const en: DurationTexts = {
  days: 'Days',
  hours: 'Hours',
  minutes: 'Minutes',
  asText: 'Write it in other units',
  asParts: 'Fill in days, hours and minutes',
  text: 'Duration as text (ISO 8601)',
  textHint: 'Examples: P2W for 2 weeks, P1Y6M for 1 year and 6 months, PT90S for 90 seconds.',
  means: (words) => `This means ${words}.`,
  wholeNumbers: 'Please use whole numbers only. Example: 1 day 12 hours, not 1.5 days.',
};
