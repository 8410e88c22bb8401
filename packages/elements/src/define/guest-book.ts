import { LpseGuestBook } from '../guest-book/guest-book.js';
import { define } from './define.js';
import './form.js';

define('lpse-guest-book', LpseGuestBook);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-guest-book': LpseGuestBook;
  }
}
