import {
  checkCode,
  describeVerdict,
  unpack,
  verifyMembers,
  type PackageVerdict,
} from '@lpse-konsultasi/client/archive';

/**
 * What runs in `periksa.html`: a page that opens from a file, without a network. It is bundled into one script by
 * `npm run generate` and checks packages with the very code that checks them everywhere else.
 */
const input = element<HTMLInputElement>('berkas');
const drop = element('tujuan');
const result = element('hasil');

input.addEventListener('change', () => void check([...(input.files ?? [])]));
for (const name of ['dragenter', 'dragover'] as const)
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add('di-atas');
  });
drop.addEventListener('dragleave', () => drop.classList.remove('di-atas'));
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('di-atas');
  void check([...(event.dataTransfer?.files ?? [])]);
});

async function check(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  result.replaceChildren(paragraph('Memeriksa…'));
  const read = await Promise.all(
    files.map(async (file) => [file.name, new Uint8Array(await file.arrayBuffer())] as const),
  );
  show(verdictOf(read));
}

function verdictOf(read: readonly (readonly [string, Uint8Array])[]): PackageVerdict {
  const [only] = read;
  if (only === undefined || read.length > 1 || !only[0].toLowerCase().endsWith('.zip'))
    return verifyMembers(new Map(read));
  const unpacked = unpack(only[1]);
  return unpacked instanceof Map ? verifyMembers(unpacked) : unpacked;
}

function show(verdict: PackageVerdict): void {
  const heading = document.createElement('h2');
  heading.textContent = verdict.ok ? '✓ Paket utuh' : '✗ Paket tidak sesuai';
  heading.className = verdict.ok ? 'baik' : 'salah';
  result.replaceChildren(heading, paragraph(describeVerdict(verdict)));
  if (!verdict.ok) return;
  const { manifest, hashes, seal } = verdict;
  const missing = manifest.lampiran.filter(({ berkas }) => berkas === undefined);
  for (const { nama } of missing)
    result.append(paragraph(`Lampiran “${nama}” tidak tersedia saat paket dibuat.`));
  result.append(
    table([
      ['Nomor tiket', manifest.tiket],
      ['Nomor berkas', manifest.nomorBerkas ?? '–'],
      ['Dibuat', manifest.dibuat],
      ['Kepala catatan', `${manifest.kepala.hash} (catatan ke-${manifest.kepala.seq})`],
      ['SHA-256 daftar isi', seal],
    ]),
    codes(hashes),
  );
}

/** To be compared with the check code on paper. */
function codes(hashes: readonly string[]): HTMLElement {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = 'Kode periksa setiap catatan, untuk dicocokkan dengan lembar tercetak';
  details.append(
    summary,
    table(hashes.map((hash, index) => [`Catatan ke-${index + 1}`, checkCode(hash)] as const)),
  );
  return details;
}

function table(rows: readonly (readonly [string, string])[]): HTMLElement {
  const made = document.createElement('table');
  for (const [name, value] of rows) {
    const row = made.insertRow();
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = name;
    row.append(head);
    row.insertCell().textContent = value;
  }
  return made;
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}

function element<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new TypeError(`The page has no #${id}`);
  return found as T;
}
