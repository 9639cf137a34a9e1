/** One row of the panel's list, as its page gives it to tests and to the demo. */
export interface PanelRow {
  readonly id: string;
  readonly verdict: string;
  /** The id of the rule that leads; null if there is nothing to say. */
  readonly cause: string | null;
  /** The cause in one sentence. */
  readonly headline: string;
  readonly method: string;
  readonly url: string;
}

/** The global object of the panel's page, with what it offers to tests and to the demo. */
export interface PanelWindow {
  readonly corsLens?: {
    exportReport(format: 'markdown' | 'json'): Promise<string>;
    rows(): readonly PanelRow[];
    /** The URL of the tab's page, as the background has it. */
    page(): string | undefined;
  };
}
