import { LpseKiosk } from '../kiosk/kiosk.js';
import { define } from './define.js';
import './guest-book.js';
import './intake.js';

define('lpse-kiosk', LpseKiosk);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-kiosk': LpseKiosk;
  }
}
