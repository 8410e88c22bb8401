const DURATION_DATE = /^(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)$/;
const DURATION_TIME = /^(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S)$/;

/** ISO 8601 as RFC 3339 appendix A has it: no fractions, no gap between units. */
export function isDuration(text: string): boolean {
  if (/^P\d+W$/.test(text)) return true;
  if (!text.startsWith('P')) return false;
  const [date = '', time, ...more] = text.slice(1).split('T');
  if (more.length > 0 || (date === '' && time === undefined)) return false;
  return (
    (date === '' || DURATION_DATE.test(date)) && (time === undefined || DURATION_TIME.test(time))
  );
}
