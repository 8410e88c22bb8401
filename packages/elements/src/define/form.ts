import { LpseForm } from '../form/form.js';
import { define } from './define.js';

define('lpse-form', LpseForm);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-form': LpseForm;
  }
}
