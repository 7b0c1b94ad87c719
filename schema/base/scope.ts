import { Extensions } from 'type-graphql';

/**
 * What a caller must hold to see a field. `public`: anybody, also without a token. `signed-in`: any valid token.
 * `parent`: whoever may reach the object (payloads, value objects). Every other word is a scope of a token.
 */
export type Scope = 'public' | 'signed-in' | 'parent' | `${string}:${string}`;

/**
 * Declares the scope of a field, or of all fields of a type that declare none of their own.
 * A field with neither does not build (`schema/compose`).
 */
export function Scoped(scope: Scope): ClassDecorator & PropertyDecorator & MethodDecorator {
  return Extensions({ scope }) as ClassDecorator & PropertyDecorator & MethodDecorator;
}
