import { LpseProcedure } from '../procedure/procedure.js';
import { define } from './define.js';

define('lpse-procedure', LpseProcedure);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-procedure': LpseProcedure;
  }
}
