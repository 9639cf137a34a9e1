/** The background of an extension that has the recorder's very listeners, and does nothing with what they tell. */
import { navigationListeners, recordingListeners } from '../../../src/platform/web-request.ts';

const nothing = (): void => {};

navigationListeners(nothing).add();
recordingListeners(nothing).add();
