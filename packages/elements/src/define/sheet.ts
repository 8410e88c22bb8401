import { LpseSheet } from '../sheet/sheet.js';
import { define } from './define.js';

define('lpse-sheet', LpseSheet);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-sheet': LpseSheet;
  }
}
