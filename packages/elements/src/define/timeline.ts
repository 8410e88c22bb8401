import { LpseTimeline } from '../timeline/timeline.js';
import { define } from './define.js';
import './form.js';

define('lpse-timeline', LpseTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-timeline': LpseTimeline;
  }
}
