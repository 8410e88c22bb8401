import { LpseReview } from '../review/review.js';
import { define } from './define.js';
import './form.js';

define('lpse-review', LpseReview);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-review': LpseReview;
  }
}
