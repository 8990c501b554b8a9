import type { FastifySchemaValidationError } from 'fastify';

/** A form has fewer fields; what is more is an attempt to make us write long answers. */
const mostFailures = 100;

/**
 * Turns what AJV found into one message per field. A field inside another is named by its path, `a.b` or `a.0`; the
 * empty name stands for the whole input.
 */
export function validationMessages(failures: readonly FastifySchemaValidationError[]): Map<string, string> {
  const byField = new Map<string, FastifySchemaValidationError[]>();
  for (const failure of failures.slice(0, mostFailures)) {
    const field = fieldOf(failure);
    const others = byField.get(field);
    if (others) others.push(failure);
    else byField.set(field, [failure]);
  }
  const messages = new Map<string, string>();
  for (const [field, ofField] of byField) messages.set(field, describe(ofField));
  return messages;
}

function fieldOf(failure: FastifySchemaValidationError): string {
  const path = failure.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (failure.keyword === 'required') path.push(String(failure.params['missingProperty']));
  if (failure.keyword === 'additionalProperties') path.push(String(failure.params['additionalProperty']));
  return path.join('.');
}

function describe(failures: readonly FastifySchemaValidationError[]): string {
  // A choice between several forms (anyOf) reports each form that did not fit, and then itself.
  const constants = failures.filter((failure) => failure.keyword === 'const');
  if (constants.length > 0) {
    return `Must be one of: ${constants.map((failure) => shown(failure.params['allowedValue'])).join(', ')}.`;
  }
  const types = failures.filter((failure) => failure.keyword === 'type');
  const chosen = types.length === failures.length - 1 && failures.some(isChoice);
  if (chosen) return `Must be ${types.map((failure) => typeName(failure.params['type'])).join(' or ')}.`;
  const sentences = failures.filter((failure) => !isChoice(failure)).map(sentence);
  return [...new Set(sentences)].join(' ') || 'Has none of the forms that are allowed here.';
}

function isChoice(failure: FastifySchemaValidationError): boolean {
  return failure.keyword === 'anyOf' || failure.keyword === 'oneOf';
}

function sentence({ keyword, params, message }: FastifySchemaValidationError): string {
  const limit = String(params['limit']);
  switch (keyword) {
    case 'required':
      return 'This is required.';
    case 'additionalProperties':
      return 'There is no such field here: check its spelling, or leave it out.';
    case 'type':
      return `Must be ${typeName(params['type'])}.`;
    case 'enum':
      return `Must be one of: ${(params['allowedValues'] as unknown[]).map(shown).join(', ')}.`;
    case 'minLength':
      return limit === '1' ? 'Must not be empty.' : `Must have at least ${limit} characters.`;
    case 'maxLength':
      return `Must have at most ${limit} ${limit === '1' ? 'character' : 'characters'}.`;
    case 'minItems':
      return `Must have at least ${limit} ${limit === '1' ? 'entry' : 'entries'}.`;
    case 'maxItems':
      return `Must have at most ${limit} ${limit === '1' ? 'entry' : 'entries'}.`;
    case 'minProperties':
      return limit === '1' ? 'Must not be empty.' : `Must have at least ${limit} fields.`;
    case 'uniqueItems':
      return 'Must not have the same entry twice.';
    case 'minimum':
      return `Must be ${limit} or more.`;
    case 'exclusiveMinimum':
      return `Must be more than ${limit}.`;
    case 'maximum':
      return `Must be ${limit} or less.`;
    case 'exclusiveMaximum':
      return `Must be less than ${limit}.`;
    case 'format':
      return `Must be ${formatName(String(params['format']))}.`;
    case 'pattern':
      return `Does not have the form that is needed here (${String(params['pattern'])}).`;
    default:
      return message ? `${message.charAt(0).toUpperCase()}${message.slice(1)}.` : 'Is not valid.';
  }
}

function typeName(type: unknown): string {
  switch (type) {
    case 'integer':
      return 'a whole number';
    case 'array':
      return 'a list';
    case 'object':
      return 'an object';
    case 'boolean':
      return 'true or false';
    case 'null':
      return 'null';
    default:
      return `a ${String(type)}`;
  }
}

function formatName(format: string): string {
  switch (format) {
    case 'email':
      return 'an e-mail address';
    case 'uri':
      return 'a web address';
    case 'date':
      return 'a date such as 2026-01-31';
    case 'date-time':
      return 'a point in time such as 2026-01-31T09:30:00Z';
    case 'uuid':
      return 'a UUID';
    default:
      return `of the format ${format}`;
  }
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
