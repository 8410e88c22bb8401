// What the contract's schemas are made from. Read by the generator, run by nobody.
export type * from '../index.js';
export type * from '@lpse-konsultasi/form-schema';
