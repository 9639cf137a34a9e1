export { applyFix } from './apply-fix.ts';
export { fixFor } from './fix-for.ts';
