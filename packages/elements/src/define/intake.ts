import { LpseIntake } from '../intake/intake.js';
import { define } from './define.js';
import './form.js';

define('lpse-intake', LpseIntake);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-intake': LpseIntake;
  }
}
