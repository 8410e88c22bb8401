import { LpseDesk } from '../desk/desk.js';
import { define } from './define.js';
import './analysis.js';
import './archive.js';
import './call.js';
import './escalation.js';
import './queue.js';
import './review.js';
import './solution.js';
import './timeline.js';

define('lpse-desk', LpseDesk);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-desk': LpseDesk;
  }
}
