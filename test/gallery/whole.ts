/** Work that a state of the gallery puts off, and when none of it is left. */
export interface Work {
  /** Does it as soon as there is time: nothing rests here, and a state is whole at once. */
  readonly later: (task: () => void) => void;
  /** Resolves once all that was put off is done and drawn. */
  readonly whole: () => Promise<void>;
}

export function createWork(): Work {
  let left = 0;

  function later(task: () => void): void {
    left += 1;
    setTimeout(() => {
      try {
        task();
      } finally {
        left -= 1;
      }
    });
  }

  async function whole(): Promise<void> {
    do {
      while (left > 0) await new Promise((resolve) => setTimeout(resolve));
      // What is drawn may ask for a font, be measured, and be drawn anew.
      await frame();
      await document.fonts.ready;
      await frame();
    } while (left > 0);
  }

  return { later, whole };
}

function frame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
