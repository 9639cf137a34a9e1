export type { Advice, AdviceCost, AdviceSeverity, EvaluatedExchange } from './advice/advice.ts';
export { adviseInSteps, adviseOn } from './advice/advise-on.ts';
export { diagnose } from './diagnose.ts';
export { type History, NO_HISTORY } from './history.ts';
export { type MessagePart, renderMessage, renderParts } from './render-message.ts';
