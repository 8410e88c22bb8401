// JSON Schemas of the packages' own TypeScript types: what the contract says of a case cannot drift from the code.
import { resolve } from 'node:path';
import ts from 'typescript';
import { root } from '../../lib/run.mjs';

/** What a type says less exactly than the contract: by the name of the member. */
const sharper = {
  instant: [
    ...['at', 'registeredAt', 'updatedAt', 'startedAt', 'endedAt', 'dueAt', 'stepStartedAt'],
    ...['registeredFrom', 'registeredUntil', 'overdueAt', 'waktu'],
  ],
  sha256: ['hash', 'prevHash', 'head', 'hashIsi', 'sha256'],
  count: [
    ...['version', 'seq', 'putaran', 'urutan', 'run', 'ukuran', 'langkah', 'step', 'limit'],
    ...['untukJawaban', 'jawaban'],
  ],
};
const sharperSchemas = {
  instant: { type: 'string', format: 'date-time' },
  sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  count: { type: 'integer', minimum: 0 },
};

/**
 * Schemas of exported types, by name, and of all that they refer to.
 * @param {string} file the module that exports them
 * @param {{ [name: string]: string }} wanted the names of the types, by the names that the contract gives them
 */
export function schemasOfTypes(file, wanted) {
  const path = resolve(root, file);
  const program = ts.createProgram([path], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    customConditions: ['source'],
    lib: ['lib.es2023.d.ts'],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(path));
  const exported = new Map(checker.getExportsOfModule(module).map((each) => [each.name, each]));
  const names = new Map(Object.entries(wanted).map(([name, type]) => [type, name]));
  const schemas = new Map();

  for (const [type, name] of names) {
    const symbol = exported.get(type);
    if (symbol === undefined) continue;
    define(name, checker.getDeclaredTypeOfSymbol(symbol), symbol);
  }
  return Object.fromEntries([...schemas].sort(([a], [b]) => compare(a, b)));

  function define(name, type, symbol) {
    if (schemas.has(name)) return;
    schemas.set(name, {});
    const description = wordsOf(symbol);
    schemas.set(name, { ...(description && { description }), ...schemaOf(type, true) });
  }

  function schemaOf(type, isDefinition = false) {
    const symbol = type.aliasSymbol ?? type.getSymbol();
    const known = symbol && names.get(symbol.name);
    if (known && !isDefinition) return { $ref: `#/components/schemas/${known}` };
    if (symbol?.name === 'Json') return {};
    if (symbol?.name === 'JsonObject') return { type: 'object', additionalProperties: true };
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.BooleanLiteral)
      return { const: checker.typeToString(type) === 'true' };
    if (type.flags & ts.TypeFlags.String) return { type: 'string' };
    if (type.flags & ts.TypeFlags.Number) return { type: 'number' };
    if (type.flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
    if (type.isUnion()) return unionOf(type);
    if (checker.isArrayType(type))
      return { type: 'array', items: schemaOf(checker.getTypeArguments(type)[0]) };
    if (checker.isTupleType(type)) return tupleOf(checker.getTypeArguments(type));
    return objectOf(type);
  }

  function tupleOf(parts) {
    const length = { minItems: parts.length, maxItems: parts.length };
    return { type: 'array', prefixItems: parts.map((part) => schemaOf(part)), ...length };
  }

  function unionOf(type) {
    const parts = type.types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
    if (parts.length === 1) return schemaOf(parts[0]);
    if (parts.every((part) => part.flags & ts.TypeFlags.BooleanLiteral)) return { type: 'boolean' };
    if (parts.every((part) => part.isStringLiteral()))
      return { type: 'string', enum: parts.map(({ value }) => value).sort() };
    if (parts.every((part) => part.isNumberLiteral()))
      return { type: 'integer', enum: parts.map(({ value }) => value).sort((a, b) => a - b) };
    const oneOf = parts.map((part) => namedBy('type', part) ?? schemaOf(part));
    return { oneOf: oneOf.sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b))) };
  }

  /** Members of a union that a literal tells apart get names of their own: `Event-registered`. */
  function namedBy(member, type) {
    const property = type.getProperty(member);
    const literal = property && checker.getTypeOfSymbol(property);
    if (!literal?.isStringLiteral()) return undefined;
    const name = `Event-${literal.value}`;
    if (!schemas.has(name)) schemas.set(name, schemaOf(type, true));
    return { $ref: `#/components/schemas/${name}` };
  }

  function objectOf(type) {
    const index = checker.getIndexTypeOfType(type, ts.IndexKind.String);
    const members = checker.getPropertiesOfType(type).filter(({ name }) => name !== 'signal');
    const properties = {};
    const required = [];
    for (const member of members) {
      const isOptional = member.flags & ts.SymbolFlags.Optional;
      if (!isOptional) required.push(member.name);
      properties[member.name] = memberOf(member);
    }
    return {
      type: 'object',
      ...(required.length > 0 && { required }),
      ...(members.length > 0 && { properties }),
      // `Record<string, never>` holds nothing.
      ...(index && members.length === 0 && emptyOr(index)),
    };
  }

  function emptyOr(index) {
    return index.flags & ts.TypeFlags.Never
      ? { maxProperties: 0 }
      : { additionalProperties: schemaOf(index) };
  }

  function memberOf(member) {
    const type = checker.getTypeOfSymbol(member);
    const isOptional = member.flags & ts.SymbolFlags.Optional;
    const schema = schemaOf(isOptional ? checker.getNonNullableType(type) : type);
    const kind = Object.keys(sharper).find((each) => sharper[each].includes(member.name));
    const fits =
      kind && sharperSchemas[kind].type === (schema.type === 'number' ? 'integer' : schema.type);
    const description = wordsOf(member);
    return {
      ...(description && !schema.$ref && { description }),
      ...(fits && !schema.enum ? sharperSchemas[kind] : schema),
    };
  }

  /** The compiler's own order of a union depends on what else it has read. */
  function compare(a, b) {
    return a < b ? -1 : 1;
  }

  function wordsOf(symbol) {
    return ts.displayPartsToString(symbol.getDocumentationComment(checker)).replaceAll(/\s+/g, ' ');
  }
}
