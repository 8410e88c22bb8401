/**
 * Before a server (`npm start`), on the pages of the officers: the desk appears for who is signed in; whoever is not is
 * led to the sign-in. Where the server does not answer, the desk says so itself.
 */
for (const desk of document.querySelectorAll('[data-staff]')) {
  const response = await fetch(`${desk.getAttribute('endpoint')}/session`).catch(() => undefined);
  // Behind the `#` no server sees the way back.
  const back = encodeURIComponent(location.pathname + location.search);
  if (response?.status === 401) location.replace(`/masuk#kembali=${back}`);
  else desk.hidden = false;
}
