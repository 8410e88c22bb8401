import { LpseSolution } from '../solution/solution.js';
import { define } from './define.js';
import './form.js';
import './knowledge.js';
import './sheet.js';

define('lpse-solution', LpseSolution);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-solution': LpseSolution;
  }
}
