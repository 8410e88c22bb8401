import { LpseConfirmation } from '../confirmation/confirmation.js';
import { define } from './define.js';
import './form.js';

define('lpse-confirmation', LpseConfirmation);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-confirmation': LpseConfirmation;
  }
}
