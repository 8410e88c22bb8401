/**
 * What `<script type="module" src="…/lpse-konsultasi.js">` brings to a public page: the consultation with its guest
 * book and form, the form engine on its own, the sheet, the provider. Nothing of the desk. The sheet, English, the
 * browser's storage and other heavy parts are chunks that load when they are needed.
 */
import '../define/provider.js';
import '../define/form.js';
import '../define/consultation.js';
import '../define/sheet.js';

export { version } from '../define/define.js';
export { LpseChangeEvent } from '../events/change.js';
export { LpseCaseEvent } from '../events/case.js';
export { LpseErrorEvent } from '../events/error.js';
export { LpseSubmitEvent, LpseSubmittedEvent } from '../events/submit.js';
