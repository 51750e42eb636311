/** The enum value `IN_PERSON` of the code `in_person` that tables keep. */
export function enumValue<Value extends string>(code: string): Value {
  return code.toUpperCase() as Value;
}
