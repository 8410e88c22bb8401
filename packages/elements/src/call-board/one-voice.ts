/**
 * Lets one tab of this browser speak for a board, though several show it. `onTurn` is told when this tab has the word;
 * it keeps it until `signal` fires, then the next tab gets it. Where the browser has no locks, every tab speaks.
 */
export function oneVoice(name: string, signal: AbortSignal, onTurn: () => void): void {
  if (!('locks' in navigator)) {
    onTurn();
    return;
  }
  const held = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  navigator.locks
    .request(`lpse:voice:${name}`, { signal }, async () => {
      onTurn();
      await held;
    })
    .catch((error: unknown) => {
      // Refused for another reason than ours (an opaque origin has no locks): then this tab speaks.
      if (!signal.aborted) onTurn();
      return error;
    });
}
