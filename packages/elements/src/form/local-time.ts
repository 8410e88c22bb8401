/** What `<input type="datetime-local">` shows for an instant, in the time of this browser; '' for what is no instant. */
export function toLocalInput(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  const parts = [date.getMonth() + 1, date.getDate(), date.getHours(), date.getMinutes()].map(two);
  const year = String(date.getFullYear()).padStart(4, '0');
  return `${year}-${parts[0]}-${parts[1]}T${parts[2]}:${parts[3]}`;
}

/** The instant that a local date and time mean here, with the offset that this browser has at that moment. */
export function fromLocalInput(local: string): string | undefined {
  const date = new Date(local);
  if (local === '' || Number.isNaN(date.getTime())) return undefined;
  const offset = -date.getTimezoneOffset();
  const sign = offset < 0 ? '-' : '+';
  const size = Math.abs(offset);
  const seconds = local.length === 16 ? ':00' : '';
  return `${local}${seconds}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
