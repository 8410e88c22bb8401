import { LpseCallBoard } from '../call-board/call-board.js';
import { define } from './define.js';

define('lpse-call-board', LpseCallBoard);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-call-board': LpseCallBoard;
  }
}
