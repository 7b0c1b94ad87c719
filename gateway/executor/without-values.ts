/** Reasons that the GraphQL libraries give, as far as they speak of the schema alone. */
const REASONS: readonly RegExp[] = [
  /Field "\w+" of required type "[\w![\]]+" was not provided\.$/,
  /Field "\w+" is not defined by type "\w+"\.(?: Did you mean [\w", ]+\?)?$/,
  /Expected type "\w+" to be an object\.$/,
  /Expected non-nullable type "[\w![\]]+" not to be null\.$/,
  /does not exist in "\w+" enum\.(?: Did you mean [\w", ]+\?)?$/,
  /(?:Enum "\w+"|\b\w+) cannot represent (?:[\w-]+ )*value(?=: )/,
];

/** The end of a message is enough: a value of many kilobytes that looks like reasons itself would take seconds to look through. */
const LOOKED_AT = 4_000;

const reasonIn = (text: string): string => {
  for (const reason of REASONS) {
    const found = reason.exec(text.slice(-LOOKED_AT))?.[0];
    if (found) return found.startsWith('does not exist') ? `The value ${found}` : found.replace(/([^.?])$/, '$1.');
  }
  return 'It does not fit its type.';
};

/** Where in the variables the value stands that such a message is about: `input.amount`; null for a message of another kind. */
export function placeOf(message: string): string | null {
  const variable = /^Variable "\$(\w+)" got invalid value /.exec(message)?.[1];
  return variable ? (/^[\s\S]* at "([\w.[\]]+)"; /.exec(message)?.[1] ?? variable) : null;
}

/** The libraries repeat the value that was sent, and the whole input around it, which may be personal: this leaves place and reason. */
export function withoutValues(message: string): string {
  const place = placeOf(message);
  if (place) return `The variable has a value of the wrong form at "${place}". ${reasonIn(message)}`;
  const expected = /^Expected value of type "[\w![\]]+"(?=, found )/.exec(message)?.[0];
  if (expected) return `${expected}.`;
  return /^(?:Enum "\w+"|\w+) cannot represent /.test(message) ? reasonIn(message) : message;
}
