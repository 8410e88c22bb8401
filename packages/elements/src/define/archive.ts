import { LpseArchive } from '../archive/archive.js';
import { define } from './define.js';
import './form.js';
import './sheet.js';

define('lpse-archive', LpseArchive);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-archive': LpseArchive;
  }
}
