/**
 * What `<script type="module" src="…/lpse-konsultasi-board.js">` brings to the screen in the waiting room: the call board
 * and nothing else. The voice is a chunk of its own that loads with the first call; the classic script has it inside.
 */
import '../define/provider.js';
import '../define/call-board.js';

export { version } from '../define/define.js';
export { LpseErrorEvent } from '../events/error.js';
