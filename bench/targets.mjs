const ratio = (metric, form, to) => (summary, ratioOf) =>
  ratioOf(summary, 'ours', form, metric, to);

/** What `<lpse-form>` is held to, everything switched on. A miss is published like a hit. */
export const targets = [
  {
    name: 'JS and CSS of the page with the consultation form, brotli',
    limit: 24,
    unit: ' KiB',
    measure: ({ pages }) => {
      const page = pages.find(
        ({ contender, form }) => contender === 'ours' && form === 'consultation',
      );
      return page && (page.sizes.js + page.sizes.css) / 1024;
    },
  },
  {
    name: 'eval CPU, to bare Lit',
    limit: 2,
    unit: '×',
    measure: ratio('eval', 'consultation', 'lit-bare'),
  },
  {
    name: 'mount, consultation, to bare Lit',
    limit: 1.25,
    unit: '×',
    measure: ratio('mount', 'consultation', 'lit-bare'),
  },
  { name: 'mount, consultation', limit: 2.1, unit: '×', measure: ratio('mount', 'consultation') },
  { name: 'mount, 200 fields', limit: 1.75, unit: '×', measure: ratio('mount', 'stress-200') },
  { name: 'mount, 1,000 fields', limit: 1.6, unit: '×', measure: ratio('mount', 'stress-1000') },
  { name: 'a key, consultation', limit: 1.2, unit: '×', measure: ratio('key', 'consultation') },
  { name: 'a key, 200 fields', limit: 1.2, unit: '×', measure: ratio('key', 'stress-200') },
  { name: 'a key, 1,000 fields', limit: 1.2, unit: '×', measure: ratio('key', 'stress-1000') },
  { name: 'submit, consultation', limit: 1.3, unit: '×', measure: ratio('submit', 'consultation') },
  { name: 'submit, 200 fields', limit: 1.3, unit: '×', measure: ratio('submit', 'stress-200') },
  { name: 'submit, 1,000 fields', limit: 1.3, unit: '×', measure: ratio('submit', 'stress-1000') },
  { name: 'heap, consultation', limit: 1.5, unit: '×', measure: ratio('heap', 'consultation') },
  { name: 'heap, 200 fields', limit: 1.2, unit: '×', measure: ratio('heap', 'stress-200') },
  {
    name: 'cold load on a slow phone',
    limit: 1.3,
    unit: '×',
    measure: ratio('cold', 'consultation'),
  },
  {
    name: 'cold load on a slow phone, pre-drawn',
    limit: 0.9,
    unit: '×',
    measure: (summary, ratioOf) => ratioOf(summary, 'ours-predrawn', 'consultation', 'cold'),
  },
  {
    name: 'heap after 50 more mounts and unmounts',
    limit: 64,
    unit: ' KiB',
    measure: (summary, _ratioOf, pageOf) =>
      (pageOf(summary, 'ours', 'consultation')?.cycles?.grown ?? NaN) / 1024,
  },
];
