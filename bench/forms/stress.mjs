import { formOf } from './form.mjs';

const units = ['paket', 'unit', 'set', 'buah', 'lembar'];
const perSection = 25;

/** `count` required fields: a text, a list to choose from and a number in turn. */
export function stress(count) {
  const properties = {};
  const fields = {};
  const valid = {};
  for (let index = 0; index < count; index += 1) {
    const key = `butir${index}`;
    const number = Math.floor(index / 3) + 1;
    if (index % 3 === 0) {
      properties[key] = { type: 'string', maxLength: 80 };
      fields[`/${key}`] = { label: `Uraian barang ${number}` };
      valid[key] = `Kertas ${number}`;
    } else if (index % 3 === 1) {
      properties[key] = { type: 'string', enum: units };
      fields[`/${key}`] = { label: `Satuan ${number}`, options: namesOf(units) };
      valid[key] = units[number % units.length];
    } else {
      properties[key] = { type: 'integer', minimum: 0, maximum: 99_999 };
      fields[`/${key}`] = { label: `Banyaknya ${number}` };
      valid[key] = number;
    }
  }
  const keys = Object.keys(properties);
  const sections = [];
  for (let start = 0; start < count; start += perSection)
    sections.push({
      id: `bagian${sections.length + 1}`,
      fields: keys.slice(start, start + perSection).map((key) => `/${key}`),
    });
  const layout = Object.fromEntries(
    keys.filter((_, index) => index % 3 === 1).map((key) => [`/${key}`, { widget: 'select' }]),
  );
  return formOf({
    name: `stress-${count}`,
    schema: { type: 'object', required: keys, properties },
    layout: { sections, fields: layout },
    texts: {
      title: `Daftar ${count} butir`,
      submit: 'Kirim',
      sections: Object.fromEntries(
        sections.map(({ id }, index) => [id, { title: `Bagian ${index + 1}` }]),
      ),
      fields,
    },
    whens: {},
    typeInto: 'butir0',
    valid,
  });
}

function namesOf(values) {
  return Object.fromEntries(
    values.map((value) => [value, value[0].toUpperCase() + value.slice(1)]),
  );
}
