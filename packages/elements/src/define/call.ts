import { LpseCall } from '../call/call.js';
import { define } from './define.js';
import './form.js';

define('lpse-call', LpseCall);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-call': LpseCall;
  }
}
