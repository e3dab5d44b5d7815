import { registerHooks } from 'node:module';

const rule = '/build/audiences/can-see.js';
// The rest of the module is as it is; what is exported here by name goes before it.
const replaced = `
  import { sql } from 'kysely';
  export * from './can-see.js?as-it-is';
  export const canSee = () => true;
  export const canSeeMemorial = () => true;
  export const visibleTo = () => sql\`1 = 1\`;
  export const visibleBy = () => sql\`1 = 1\`;
`;

/**
 * Replaces the rule by “true” in whatever this process imports from the build after this. Answers whether
 * it was imported. Nothing of this is in the program: it is how a run shows that it can find a leak.
 */
export function replaceRule(): () => boolean {
  let isReplaced = false;
  registerHooks({
    load(url, context, next) {
      if (!url.endsWith(rule)) return next(url, context);
      isReplaced = true;
      return { format: 'module', source: replaced, shortCircuit: true };
    },
  });
  return () => isReplaced;
}
