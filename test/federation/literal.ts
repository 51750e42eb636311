import { type GraphQLInputType, getNamedType, isEnumType, isInputObjectType } from 'graphql';

/** A value as it stands in a document; wrong ones too, so that nothing is checked here. */
export function literal(value: unknown, type: GraphQLInputType): string {
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, type)).join(', ')}]`;
  const named = getNamedType(type);
  if (typeof value === 'object' && value !== null && isInputObjectType(named)) {
    const fields = Object.entries(value).map(([name, item]) => {
      const field = named.getFields()[name];
      return `${name}: ${field === undefined ? 'null' : literal(item, field.type)}`;
    });
    return `{ ${fields.join(', ')} }`;
  }
  return isEnumType(named) && typeof value === 'string' ? value : JSON.stringify(value);
}
