import { LpseReport } from '../report/report.js';
import { define } from './define.js';

define('lpse-report', LpseReport);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-report': LpseReport;
  }
}
