import { LpseStatus } from '../status/status.js';
import { define } from './define.js';
import './confirmation.js';
import './form.js';
import './intake.js';

define('lpse-status', LpseStatus);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-status': LpseStatus;
  }
}
