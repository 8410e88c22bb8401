import { LitElement, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Backend, Drafts, Memo } from '@lpse-konsultasi/client';
import type { Actor, Locale, Profile } from '@lpse-konsultasi/form-schema';
import {
  EnvironmentController,
  type EnvironmentHost,
} from '../environment/environment-controller.js';
import type { Clock, Environment } from '../environment/environment.js';
import type { Audience } from '../environment/resolve-profile.js';
import { TextsController } from '../i18n/texts.js';
import { commonTexts } from '../locales/common.js';
import { keepCover } from '../predrawn/cover.js';
import { alert } from '../styles/alert.js';
import { base } from '../styles/base.js';
import { button } from '../styles/button.js';
import { tokens } from '../styles/tokens.js';
import { panel } from './panel.styles.js';
import { renderWayIn } from './way-in.js';

/**
 * What every panel has in common: an environment of its own or from the provider around it, and an honest face while
 * there is none. A subclass renders in `renderReady` and need not ask again.
 */
export abstract class LpseElement extends LitElement implements EnvironmentHost {
  static override styles: CSSResultGroup = [tokens, base, button, alert, panel];
  /** Whether elements in its light DOM work with its environment too. */
  protected static readonly provides: boolean = false;
  /** Whose forms it needs when it loads a profile of its own. */
  protected static readonly audience: Audience = 'staff';

  /** Whether it serves the public too when nobody has signed in at its server. */
  protected static readonly isForEveryone: boolean = false;

  /** The office: id of a shipped profile, URL of a profile document, or a loaded profile. */
  @property() profile?: string | Profile;
  /** Language of the interface, `id` or `en`. Default: the provider's, else Indonesian. */
  @property() locale?: string;
  /**
   * Address of a server that keeps the cases (docs/reference/wire.md). Whoever works at the desk has signed in there.
   * Without a `profile` the server names it.
   */
  @property() endpoint?: string;
  /**
   * The page where staff sign in at that server; panels of the desk lead there when the session has ended. Default: what
   * the server names (`signIn` of its `GET /`), else its `/masuk`.
   */
  @property({ attribute: 'sign-in' }) signIn?: string;
  /** Where the cases are kept. Default: the provider's, else those of `endpoint`, else this browser. */
  @property({ attribute: false }) backend?: Backend;
  /** Where typed but unsent text is kept, beside an own `backend`. Default: the memory of this page. */
  @property({ attribute: false }) drafts?: Drafts;
  /** Where the page remembers which case is this visitor's, beside an own `backend`. Default: its memory. */
  @property({ attribute: false }) memo?: Memo;
  /** Who works here. Default: the provider's, else a member of the public. */
  @property({ attribute: false }) session?: Actor;
  /** The time that is shown and written into the log. Default: the provider's, else that of this machine. */
  @property({ attribute: false }) clock?: Clock;

  protected readonly environmentController = new EnvironmentController(this, {
    provides: (this.constructor as typeof LpseElement).provides,
    audience: (this.constructor as typeof LpseElement).audience,
    isForEveryone: (this.constructor as typeof LpseElement).isForEveryone,
  });
  protected readonly common = new TextsController(this, commonTexts, () => this.language);

  protected get environment(): Environment | undefined {
    return this.environmentController.current;
  }

  protected get language(): Locale {
    return this.environmentController.locale;
  }

  /** Where an officer whose session has ended signs in again; undefined for the public, and without a server. */
  protected get wayIn(): string | undefined {
    const { environment } = this;
    if (environment === undefined) return this.environmentController.signIn;
    return environment.session.role === 'user' ? undefined : environment.signIn;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return keepCover(this, super.createRenderRoot());
  }

  override render(): unknown {
    const { current, failure } = this.environmentController;
    if (failure !== undefined) return this.#renderFailure();
    if (current === undefined) return this.renderLoading();
    return this.renderReady(current);
  }

  /** What the element shows once it can work. */
  protected abstract renderReady(environment: Environment): unknown;

  protected renderLoading(): TemplateResult {
    const { loading, stillLoading } = this.common.current;
    return html`<p part="base" class="base loading" role="status">
      ${loading} <span class="still">${stillLoading}</span>
    </p>`;
  }

  #renderFailure(): TemplateResult {
    const { failure, problems } = this.environmentController;
    const texts = this.common.current;
    const code = failure?.code ?? 'LPSE_CONFIG_MISSING';
    return html`
      <div part="base" class="base" role="alert">
        <div class="alert alert-bad">
          <p class="alert-title">${texts.failure}</p>
          <p>${texts.failures[code] ?? failure?.message ?? ''}</p>
          ${
            problems.length === 0
              ? nothing
              : html`<ul>
                  ${problems.map(({ pointer, message }) => html`<li><code>${pointer}</code> ${message}</li>`)}
                </ul>`
          }
          ${renderWayIn(code, this.wayIn, texts, this.environmentController.retry)}
          <p class="hint"><code>${code}</code></p>
        </div>
      </div>
    `;
  }
}
