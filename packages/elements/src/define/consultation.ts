import { LpseConsultation } from '../consultation/consultation.js';
import { define } from './define.js';
import './guest-book.js';
import './intake.js';

define('lpse-consultation', LpseConsultation);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-consultation': LpseConsultation;
  }
}
