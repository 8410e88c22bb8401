import { LpseOutbox } from '../outbox/outbox.js';
import { define } from './define.js';

define('lpse-outbox', LpseOutbox);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-outbox': LpseOutbox;
  }
}
