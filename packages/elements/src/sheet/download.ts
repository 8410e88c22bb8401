/** Lets the browser save a text as a file. */
export function downloadText(text: string, name: string, type: string): void {
  download(new Blob([text], { type: `${type};charset=utf-8` }), name);
}

/** Lets the browser save bytes as a file. What a file system could take for a path does not stay in the name. */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-');
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the bytes over by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
