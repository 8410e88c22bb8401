/** Numbers from 0 to 1 that a seed tells beforehand (mulberry32): a run that failed can be run again. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A line on which three in ten requests are lost, half of them before and half of them after the server has done its
 * work, and others are delayed, turned away or answered by a machine in between.
 */
export function faultyFetch(
  inner: typeof fetch,
  random: () => number,
): { readonly fetch: typeof fetch; readonly counts: { [fault: string]: number } } {
  const counts: { [fault: string]: number } = {};
  const note = (fault: string): void => {
    counts[fault] = (counts[fault] ?? 0) + 1;
  };
  return {
    counts,
    async fetch(input, init) {
      const dice = random();
      if (dice < 0.15) {
        note('lost before');
        throw new TypeError('fetch failed');
      }
      if (dice < 0.3) {
        note('lost after');
        await inner(input, init);
        throw new TypeError('fetch failed');
      }
      if (dice < 0.36) {
        note('502');
        return new Response('<h1>Bad gateway</h1>', { status: 502 });
      }
      if (dice < 0.42) {
        note('503 after');
        await inner(input, init);
        return new Response('', { status: 503, headers: { 'Retry-After': '0' } });
      }
      if (dice < 0.48) {
        note('429');
        return new Response('{}', { status: 429, headers: { 'Retry-After': '0' } });
      }
      if (dice < 0.54) {
        note('cut body');
        const response = await inner(input, init);
        const text = await response.text();
        return new Response(text.slice(0, text.length / 2), response);
      }
      if (dice < 0.6) {
        note('delayed');
        await new Promise((resolve) => setTimeout(resolve, random() * 60));
      } else note('good');
      return inner(input, init);
    },
  };
}
