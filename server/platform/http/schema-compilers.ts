import type { RouteOptions } from 'fastify';
import type { FastifyRouteSchemaDef, FastifyValidationResult } from 'fastify/types/schema.js';
import type { App } from './app-types.ts';

/**
 * Compiles the schemas of a route when it is first asked for, instead of those of all routes at start: that would take
 * longer than everything else that starting does, and a test uses few of them. The compilers are Fastify's own; it makes
 * them for the first routes that need them, so some with both kinds of schemas (health) must be added before.
 *
 * What is compiled is kept for all routes with the same schema: those of Jira's two versions, every error, and those of
 * every other app in this process.
 */
export function compileSchemasWhenUsed(app: App): void {
  app.addHook('onRoute', (route: RouteOptions) => {
    route.validatorCompiler ??= (definition) => lateValidator(app, definition);
    route.serializerCompiler ??= (definition) => lateSerializer(app, definition);
  });
}

function lateValidator(app: App, definition: FastifyRouteSchemaDef<unknown>): FastifyValidationResult {
  let compiled: FastifyValidationResult | undefined;
  const validate: FastifyValidationResult = (data) => {
    compiled ??= kept(validators, definition, needed(app.validatorCompiler));
    const isValid = compiled(data);
    validate.errors = compiled.errors ?? null;
    return isValid;
  };
  return validate;
}

function lateSerializer(app: App, definition: FastifyRouteSchemaDef<unknown>): (data: unknown) => string {
  let compiled: ((data: unknown) => string) | undefined;
  return (data) => {
    compiled ??= kept(serializers, definition, needed(app.serializerCompiler));
    return compiled(data);
  };
}

type Serializer = (data: unknown) => string;

// All apps are made with the same options (fastifyOptions), so that a schema means the same in each.
const validators = new Map<string, FastifyValidationResult>();
const serializers = new Map<string, Serializer>();

function kept<Compiled>(
  known: Map<string, Compiled>,
  definition: FastifyRouteSchemaDef<unknown>,
  compile: (definition: FastifyRouteSchemaDef<unknown>) => Compiled,
): Compiled {
  const key = JSON.stringify([definition.httpPart, definition.schema]);
  const found = known.get(key);
  if (found) return found;
  const compiled = compile(definition);
  known.set(key, compiled);
  return compiled;
}

function needed<Compiler>(compiler: Compiler | undefined): Compiler {
  if (!compiler) throw new Error('Add a route with schemas before compileSchemasWhenUsed');
  return compiler;
}
