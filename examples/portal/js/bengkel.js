// A workshop for forms: a JSON Schema, a layout and a value on one side, the form that they make on the other.
import '/cdn/lpse-konsultasi.js';
import { examples } from './contoh-formulir.js';

const byId = (id) => document.getElementById(id);
const form = byId('formulir');
const chooser = byId('contoh');
const sources = { schema: byId('skema'), layout: byId('tata'), value: byId('awal') };
const wrong = {
  schema: byId('skema-salah'),
  layout: byId('tata-salah'),
  value: byId('awal-salah'),
};

const pretty = (value) => JSON.stringify(value, undefined, 2);

/** What a source says; undefined when it is empty or not JSON, which is then said beside it. */
function read(name) {
  const text = sources[name].value.trim();
  wrong[name].textContent = '';
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    wrong[name].textContent = `Belum berupa JSON: ${error.message}`;
    return undefined;
  }
}

async function show() {
  await form.updateComplete;
  byId('nilai').textContent = pretty(form.value);
  const problems = form.problems.map(({ pointer, message }) => `${pointer || '/'}  ${message}`);
  byId('masalah').textContent = problems.join('\n') || 'Tidak ada.';
}

function apply(name) {
  const parsed = read(name);
  if (wrong[name].textContent === '') form[name] = parsed ?? (name === 'value' ? {} : undefined);
  void show();
}

function choose(index) {
  const { schema, layout, value } = examples[index];
  sources.schema.value = pretty(schema);
  sources.layout.value = layout === undefined ? '' : pretty(layout);
  sources.value.value = value === undefined ? '' : pretty(value);
  // One form after the other: the value of the last has no place in the next.
  form.schema = undefined;
  form.value = read('value') ?? {};
  form.layout = read('layout');
  form.schema = read('schema');
  byId('kabar').textContent = '';
  void show();
}

examples.forEach(({ name }, index) => chooser.add(new Option(name, String(index))));
chooser.addEventListener('change', () => choose(Number(chooser.value)));
for (const name of Object.keys(sources)) {
  sources[name].addEventListener('input', () => apply(name));
}
byId('bahasa').addEventListener('change', ({ target }) => {
  form.locale = target.value;
  void show();
});
byId('lebar').addEventListener('change', ({ target }) => {
  byId('kertas').classList.toggle('phone', target.value === 'ponsel');
});
form.addEventListener('lpse-change', () => void show());
form.addEventListener('lpse-submitted', () => {
  byId('kabar').textContent =
    'Formulir lengkap. Di halaman Anda, isian ini kini dikirim ke server.';
});
choose(0);
