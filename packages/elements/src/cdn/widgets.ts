/**
 * What a page without a bundler makes a widget of its own with (docs/reference/widgets.md). `html` and `css` are those
 * that the elements draw with: a second Lit beside them would need a Trusted Types policy of its own.
 */
export { css, html, nothing } from 'lit';
export { entry } from '../form/entry.js';
export { defineWidget } from '../form/registry.js';
