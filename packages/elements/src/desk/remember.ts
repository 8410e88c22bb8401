/**
 * Small conveniences of this tab (which case was open, which counter was used): never personal data, and never needed.
 * A browser that forbids storage simply forgets them.
 */
export function remember(key: string, value: string | undefined): void {
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // Blocked or full: nothing depends on it.
  }
}

export function recall(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
