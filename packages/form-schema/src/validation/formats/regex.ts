/** Whether the text is a pattern that this engine can run, read as JSON Schema says: with Unicode. */
export function isRegex(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
