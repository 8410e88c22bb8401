/** Asks the server of these pages; what went wrong on the way is said in the page's own words. */
const api = document.documentElement.dataset.api;
const texts = JSON.parse(document.getElementById('texts').textContent);

/** @returns {Promise<{ok: boolean, status?: number, answer?: any, said?: string}>} */
export async function ask(method, path, body) {
  let response;
  try {
    response = await fetch(api + path, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json, application/problem+json',
        'lpse-client': 'masuk/1',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch {
    return { ok: false, said: texts.unreachable };
  }
  const { status } = response;
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return { ok: true, status, answer };
  if (status === 429 && texts.wait !== undefined) {
    const minutes = Math.ceil(Number(response.headers.get('retry-after') ?? 60) / 60);
    return { ok: false, status, said: texts.wait.replace('{minutes}', String(minutes)) };
  }
  if (status >= 500 || status === 429) return { ok: false, status, said: texts.unreachable };
  return { ok: false, status, answer };
}

/** One request at a time, however often someone presses. */
export function onSubmit(form, handle) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    if (button.disabled) return;
    button.disabled = true;
    try {
      await handle(Object.fromEntries(new FormData(form)));
    } finally {
      button.disabled = false;
    }
  });
}

export { texts };
