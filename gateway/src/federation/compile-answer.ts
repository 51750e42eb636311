import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { leafOf } from './leaf.ts';
import { type Data, readOwn, setOwn } from './own-property.ts';
import type { Selected, SelectedField, SelectFields } from './selected-fields.ts';

/** A value as the client selected it: null where there is none, undefined where there is none though there must be. */
type Complete = (value: unknown) => unknown;

interface AnswerField {
  readonly key: string;
  /** Whether an object has the key without being given it, as `constructor`. */
  readonly isInherited: boolean;
  readonly complete: Complete;
}

/**
 * What a client selected out of all that the subgraphs said, in the client's order. A missing value makes the nearest
 * object or list that may be null so.
 *
 * @returns null where the whole answer is
 */
export function compileAnswer(
  schema: GraphQLSchema,
  selectFields: SelectFields,
  root: Selected,
): (data: Data) => Data | null {
  const complete = objectOf([root], root.type);
  return (data) => complete(data) as Data | null;

  function objectOf(selected: readonly Selected[], type: GraphQLCompositeType): Complete {
    const compiled = new Map<string, readonly AnswerField[] | undefined>();
    const fieldsOf = (typename: string): readonly AnswerField[] | undefined => {
      if (compiled.has(typename)) return compiled.get(typename);
      const object = schema.getType(typename);
      // A type that clients may not know is no object for them.
      if (!isCompositeType(object)) return undefined;
      const fields = Array.from(selectFields(object, selected), ([key, fields]) => ({
        key,
        isInherited: key in Object.prototype,
        complete: fieldOf(object, fields),
      }));
      compiled.set(typename, fields);
      return fields;
    };
    return (value) => {
      if (value === null || value === undefined) return null;
      if (typeof value !== 'object') throw unexpected(type);
      const fields = fieldsOf(String((value as Data)['__typename'] ?? type.name));
      return fields === undefined ? null : answer(value as Data, fields);
    };
  }

  function fieldOf(object: GraphQLCompositeType, fields: readonly [SelectedField, ...SelectedField[]]): Complete {
    const [{ node, type }] = fields;
    const name = node.name.value;
    if (name === TypeNameMetaFieldDef.name) return () => (isObjectType(object) ? object.name : undefined);
    // Already answered, from the schema alone.
    if (isIntrospection(node)) return (value) => value ?? null;
    const selected = fields.flatMap((field): readonly Selected[] => {
      const result = getNamedType(resultOf(field));
      const { selectionSet } = field.node;
      return isCompositeType(result) && selectionSet !== undefined ? [{ type: result, selectionSet }] : [];
    });
    const result = resultOf({ node, type });
    if (result === undefined) throw new Error(`${type.name}.${name} is not in the schema`);
    return completerOf(result, selected);
  }

  function completerOf(type: GraphQLOutputType, selected: readonly Selected[]): Complete {
    if (isNonNullType(type)) {
      const complete = completerOf(type.ofType, selected);
      return (value) => complete(value) ?? undefined;
    }
    if (isListType(type)) return listOf(type, completerOf(type.ofType, selected));
    return isLeafType(type) ? leafOf(type) : objectOf(selected, type);
  }
}

/** Those of a query that the schema answers, not a subgraph. */
export function isIntrospection({ name }: FieldNode): boolean {
  return name.value === SchemaMetaFieldDef.name || name.value === TypeMetaFieldDef.name;
}

function resultOf({ node, type }: SelectedField): GraphQLOutputType | undefined {
  return 'getFields' in type ? type.getFields()[node.name.value]?.type : undefined;
}

function listOf(type: GraphQLOutputType, complete: Complete): Complete {
  return (value) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) throw unexpected(type);
    const items: unknown[] = [];
    for (const item of value) {
      const completed = complete(item);
      if (completed === undefined) return null;
      items.push(completed);
    }
    return items;
  };
}

function answer(value: Data, fields: readonly AnswerField[]): Data | null {
  const object: Data = {};
  for (const { key, isInherited, complete } of fields) {
    const completed = complete(isInherited ? readOwn(value, key) : value[key]);
    if (completed === undefined) return null;
    if (isInherited) setOwn(object, key, completed);
    else object[key] = completed;
  }
  return object;
}

function unexpected(type: GraphQLOutputType): Error {
  return new Error(`a subgraph answered with something else than ${type}`);
}
