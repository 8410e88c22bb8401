import { LpseEscalation } from '../escalation/escalation.js';
import { define } from './define.js';
import './form.js';

define('lpse-escalation', LpseEscalation);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-escalation': LpseEscalation;
  }
}
