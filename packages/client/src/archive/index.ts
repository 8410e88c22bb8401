export {
  isPlainName,
  members,
  plainName,
  type ListedAttachment,
  type ListedMember,
  type Manifest,
  type Members,
  type PackageFault,
  type PackageVerdict,
} from './package.js';
export { unpack, verifyMembers, verifyPackage } from './verify-package.js';
export { checkCode, describeVerdict } from './words.js';
export {
  attachmentsOf,
  writePackage,
  type NamedAttachment,
  type PackageContents,
} from './write-package.js';
