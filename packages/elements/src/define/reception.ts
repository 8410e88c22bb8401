import { LpseReception } from '../reception/reception.js';
import { define } from './define.js';
import './form.js';

define('lpse-reception', LpseReception);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-reception': LpseReception;
  }
}
