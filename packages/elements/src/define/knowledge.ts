import { LpseKnowledge } from '../knowledge/knowledge.js';
import { define } from './define.js';

define('lpse-knowledge', LpseKnowledge);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-knowledge': LpseKnowledge;
  }
}
