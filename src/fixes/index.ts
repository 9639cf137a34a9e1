export { allowsOnlyNull } from './allows-only-null.ts';
export { applyFix } from './apply-fix.ts';
export { fixFor } from './fix-for.ts';
