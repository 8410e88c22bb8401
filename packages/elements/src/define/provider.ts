import { LpseProvider } from '../provider/provider.js';
import { define } from './define.js';

define('lpse-provider', LpseProvider);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-provider': LpseProvider;
  }
}
