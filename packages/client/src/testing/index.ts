export { tamperedAnswers } from './tampered-answers.js';
export { createWireServer, endpoint, type WireServer } from './wire-server.js';
