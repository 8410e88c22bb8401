import { LpseAnalysis } from '../analysis/analysis.js';
import { define } from './define.js';
import './form.js';

define('lpse-analysis', LpseAnalysis);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-analysis': LpseAnalysis;
  }
}
