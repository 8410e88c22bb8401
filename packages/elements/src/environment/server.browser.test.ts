import { expect, fixture, html } from '@open-wc/testing';
import { samplePeople } from '@lpse-konsultasi/client/samples';
import { loadShipped, type Profile } from '@lpse-konsultasi/form-schema';
import type { LpseConsultation } from '../consultation/consultation.js';
import '../define/consultation.js';
import '../define/desk.js';
import '../define/provider.js';
import '../define/reception.js';
import type { LpseDesk } from '../desk/desk.js';
import { commonTexts } from '../locales/common.js';
import { FormHarness } from '../testing/index.js';
import { waitUntil } from '../testing/wait-until.js';
import { WireLine } from '../testing/wire-line.js';

const texts = commonTexts.id;
let profile: Profile;
let line: WireLine;

/** All words of an element, shadow roots included. */
function words(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLStyleElement) return '';
  const root = node instanceof Element ? node.shadowRoot : null;
  const parts = [...(root?.childNodes ?? []), ...node.childNodes];
  return parts.map(words).join(' ').replaceAll(/\s+/g, ' ');
}

function find<T extends Element>(node: ParentNode, selector: string): T | undefined {
  const own = node.querySelector<T>(selector);
  if (own !== null) return own;
  for (const each of node.querySelectorAll('*')) {
    const found = each.shadowRoot && find<T>(each.shadowRoot, selector);
    if (found) return found;
  }
  return undefined;
}

async function shows(element: Element, text: string): Promise<void> {
  await waitUntil(() => words(element).includes(text), `"${text}" appears`);
}

/** The link to the sign-in, once the element shows it. */
async function wayIn(element: Element): Promise<string> {
  const root = (): ParentNode => element.shadowRoot ?? element;
  const link = (): HTMLAnchorElement | undefined => find(root(), '.alert a, .entry a');
  await waitUntil(() => link() !== undefined, 'a link to the sign-in appears');
  expect(link()?.textContent.trim()).to.equal(texts.signIn);
  return link()?.href ?? '';
}

const here = (): string => encodeURIComponent(location.pathname + location.search);

describe('elements before a server', () => {
  before(async () => {
    profile = await loadShipped('batang', 'id');
  });
  afterEach(() => line.takeDown());

  describe('when nobody is signed in', () => {
    it('leads from the desk to the sign-in of the server, and back to this page', async () => {
      line = new WireLine(profile, 'password');
      const codes: string[] = [];
      const note = (event: Event): unknown => codes.push((event as Event & { code: string }).code);
      const desk = await fixture(
        html`<lpse-desk
          endpoint=${line.endpoint}
          profile="batang"
          @lpse-error=${note}
        ></lpse-desk>`,
      );
      expect(await wayIn(desk)).to.equal(`${location.origin}/masuk#kembali=${here()}`);
      await shows(desk, texts.failures.LPSE_SESSION_REQUIRED ?? '');
      expect(codes).to.deep.equal(['LPSE_SESSION_REQUIRED']);
      await expect(desk).to.be.accessible();
    });

    it('leads there from the reception, and from a desk inside a provider', async () => {
      line = new WireLine(profile, 'password');
      const both = await fixture(html`
        <div>
          <lpse-reception endpoint=${line.endpoint} profile="batang"></lpse-reception>
          <lpse-provider endpoint=${line.endpoint} profile="batang">
            <lpse-desk></lpse-desk>
          </lpse-provider>
        </div>
      `);
      for (const name of ['lpse-reception', 'lpse-desk']) {
        const element = both.querySelector(name);
        if (element === null) throw new Error(name);
        expect(await wayIn(element), name).to.contain('/masuk#kembali=');
      }
    });

    it('takes the page that the site or the server names, and no address that is no page of the web', async () => {
      line = new WireLine(profile, '/sso/');
      const open = async (signIn: string | undefined): Promise<Element> =>
        fixture(
          html`<lpse-desk
            .endpoint=${line.endpoint}
            .profile=${profile}
            .signIn=${signIn}
          ></lpse-desk>`,
        );
      expect(await wayIn(await open(undefined))).to.contain(`${location.origin}/sso/#kembali=`);
      expect(await wayIn(await open('/akun'))).to.contain(`${location.origin}/akun#kembali=`);
      // Another site cannot lead back by our `#`, so it gets none.
      expect(await wayIn(await open('https://sso.example/a'))).to.equal('https://sso.example/a');
      const hostile = await open('data:text/html,masuk');
      await shows(hostile, texts.failures.LPSE_SESSION_REQUIRED ?? '');
      expect(find(hostile.shadowRoot ?? hostile, 'a')).to.equal(undefined);
    });
  });

  it('leads from an open desk to the sign-in when the session ends', async () => {
    line = new WireLine(profile, 'password');
    line.officer = samplePeople.officer;
    const desk = await fixture<LpseDesk>(
      html`<lpse-desk endpoint=${line.endpoint} profile="batang"></lpse-desk>`,
    );
    await waitUntil(() => find(desk.renderRoot as ShadowRoot, 'lpse-queue'), 'the queue appears');
    line.officer = undefined;
    desk.consultationId = 'kasus-contoh';
    expect(await wayIn(desk)).to.contain('/masuk#kembali=');
  });

  describe('on a line that is not good', () => {
    async function visit(): Promise<LpseConsultation> {
      return fixture(
        html`<lpse-consultation endpoint=${line.endpoint} profile="batang"></lpse-consultation>`,
      );
    }

    async function formIn(page: Element, panel: string): Promise<FormHarness> {
      const form = (): ReturnType<typeof find<FormHarness['form']>> =>
        find(
          find(page.shadowRoot ?? page, panel)?.shadowRoot ?? document.createElement('p'),
          'lpse-form',
        );
      await waitUntil(() => form() !== undefined, `the form of ${panel} appears`);
      const found = form();
      if (found === undefined) throw new Error(panel);
      await found.updateComplete;
      return new FormHarness(found);
    }

    async function register(page: Element): Promise<void> {
      const form = await formIn(page, 'lpse-guest-book');
      await form.fill('Nama lengkap', 'Rina Wulandari (contoh)');
      await form.press('Lanjut ke formulir');
    }

    it('asks again when it is told to wait, and the visitor notices nothing', async () => {
      line = new WireLine(profile);
      const page = await visit();
      line.next = [[429, 1], [503, 0], 'lost'];
      await register(page);
      await formIn(page, 'lpse-intake');
      expect(line.next, 'the answers that were given').to.deep.equal([]);
    });

    it('keeps what was handed in while the line is lost, and sends it when it is back', async () => {
      line = new WireLine(profile);
      const page = await visit();
      await formIn(page, 'lpse-guest-book');
      line.always = 'lost';
      await register(page);
      await shows(page, texts.failures.LPSE_OUTBOX_WAITING ?? '');
      await expect(page).to.be.accessible();
      line.comesBack();
      await formIn(page, 'lpse-intake');
    });

    it('shows a refusal that comes late on the form that it is about', async () => {
      line = new WireLine(profile);
      const page = await visit();
      await register(page);
      const form = await formIn(page, 'lpse-intake');
      await form.fill('Nomor telepon/WhatsApp', '0812 3456 7890');
      await form.fill('Jenis pengguna', 'Masyarakat umum');
      await form.fill('Aplikasi', 'SPSE');
      await form.fill('Kategori', 'Aturan dan prosedur');
      await form.fill('Judul', 'Cara mengikuti tender pertama kali');
      await form.fill('Uraian permasalahan', 'Saya ingin mengetahui tahapan mengikuti tender.');
      await form.fill('Saya telah membaca pemberitahuan privasi', true);
      await form.fill('Isian ini benar', true);
      line.always = 'lost';
      await form.press('Serahkan formulir');
      await shows(page, texts.failures.LPSE_OUTBOX_WAITING ?? '');
      line.comesBack({ refuses: '/judul' });
      await waitUntil(async () => {
        const again = await formIn(page, 'lpse-intake');
        return again.form.shadowRoot?.querySelector('[data-pointer="/judul"][data-invalid]');
      }, 'the title is marked');
      const again = await formIn(page, 'lpse-intake');
      expect(again.field('Judul').value).to.equal('Cara mengikuti tender pertama kali');
    });
  });
});
