export { createHttpBackend, type HttpOptions } from './http-backend.js';
export { createMemoTokens, createMemoryTokens, type Tokens } from './tokens.js';
export type { Patience } from './line.js';
export {
  serverCapabilities,
  serverSeat,
  serverSession,
  type Capabilities,
  type ServerSeat,
  type ServerOptions,
} from './server.js';
