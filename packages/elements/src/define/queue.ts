import { LpseQueue } from '../queue/queue.js';
import { define } from './define.js';

define('lpse-queue', LpseQueue);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-queue': LpseQueue;
  }
}
