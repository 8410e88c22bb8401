/** How long the browser may need to take the file over; after that its memory is freed. */
const keepMs = 60_000;

/** Hands a file to the person, as if it had been downloaded. Nothing leaves the machine. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keepMs);
}
