export { ConformanceError } from './assert.js';
export { ConformanceDesk } from './desk.js';
export type { Capability, ConformanceHarness } from './harness.js';
export {
  conformanceCases,
  runBackendSuite,
  type ConformanceCase,
  type SuiteOptions,
} from './suite.js';
export {
  coreCases,
  runCase,
  runCore,
  WireSite,
  type WireCase,
  type WireResult,
  type WireTarget,
} from './wire/index.js';
