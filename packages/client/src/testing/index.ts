export { createWireServer, endpoint, type WireServer } from './wire-server.js';
