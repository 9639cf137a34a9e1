export { allowsOnlyNull } from './allows-only-null.ts';
export { applyEdit } from './apply-edit.ts';
export { applyFix } from './apply-fix.ts';
export { type EditableAnswer, editableAnswers } from './editable-answers.ts';
export { type AnswerEdit, type ExchangeEdit, isEmptyEdit } from './exchange-edit.ts';
export { fixFor } from './fix-for.ts';
export { pageHeaders, unshownNames } from './page-request.ts';
